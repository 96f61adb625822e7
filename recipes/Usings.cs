global using Experiments.Charts;
global using Experiments.Claims;
global using Experiments.Models;
global using Experiments.Naming;
global using Experiments.Results;
global using Experiments.Training;
global using static Experiments.Claims.Expected;
global using static TorchSharp.torch;
global using static TorchSharp.torch.nn;
