using System.CommandLine;
using System.Text.Json.Nodes;

namespace Experiments.CommandLine;

/// <summary><c>doctor</c>: whether everything needed is there, a plain verdict per line.</summary>
internal static class DoctorVerb
{
    public static Command Create(Func<ParseResult, Session> open)
    {
        var command = new Command("doctor", "Whether everything needed is there: packages, libtorch, fonts, data, folders.");
        command.SetAction(parsed => Run(open(parsed)));
        return command;
    }

    private static int Run(Session session)
    {
        var findings = Diagnosis.Of(session);
        if (session.Json)
        {
            JsonOutput.Write(session.Out, JsonOutput.Array(findings, finding => new JsonObject
            {
                ["what"] = finding.What, ["verdict"] = $"{finding.Health}".ToLowerInvariant(), ["finding"] = finding.Text,
            }));
        }
        else
        {
            var table = new TextTable("", "", "") { IsText = true };
            foreach (var finding in findings)
            {
                table.Add(finding.Health switch { Health.Ok => "ok", Health.Note => "note", _ => "MISSING" }, finding.What, finding.Text);
            }

            table.Write(session.Out, session.Color);
        }

        return findings.Any(finding => finding.Health == Health.Missing) ? ExitCode.Failed : ExitCode.Done;
    }
}
