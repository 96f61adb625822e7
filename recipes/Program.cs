using Experiments.CommandLine;

return ExperimentsProgram.FromAssembly(typeof(Program).Assembly).Run(args);
