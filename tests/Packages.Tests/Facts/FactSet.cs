namespace Packages.Tests.Facts;

/// <summary>
/// What a package was seen to do: a program that prints <c>name: value</c> lines, and the file of what it printed over the real package.
/// </summary>
/// <param name="Program">The project in tests/facts/, which is also the name of its folder and of its assembly.</param>
/// <param name="File">What the package printed; the project copies it beside the program.</param>
/// <param name="Count">How many facts the file holds: a file cut short must not pass.</param>
public abstract record FactSet(string Program, string File, int Count)
{
    /// <summary>The folder of the built program: artifacts/bin/PROGRAM/release where the tests are in artifacts/bin/Packages.Tests/release.</summary>
    public string Folder
    {
        get
        {
            var here = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
            return Path.Combine(here.Parent!.Parent!.FullName, Program, here.Name);
        }
    }

    public string ProgramPath => Path.Combine(Folder, Program + ".dll");

    /// <summary>The facts of the package, in the order of the file.</summary>
    public IReadOnlyList<Fact> Expected => Fact.Read(System.IO.File.ReadLines(Path.Combine(Folder, File)));
}
