namespace Experiments.Claims;

/// <summary>What a run says of a sentence.</summary>
public enum Verdict
{
    /// <summary>The seeds decide for the sentence.</summary>
    Holds,

    /// <summary>The seeds decide against it.</summary>
    DoesNotHold,

    /// <summary>The seeds are too few, or spread too much, to decide either way.</summary>
    NotDecided,

    /// <summary>The results are none that could decide: another data set, a quick look, something missing.</summary>
    NotTested,
}

/// <summary>The words for verdicts.</summary>
public static class VerdictWords
{
    /// <summary>A verdict as it stands in tables: <c>holds</c>, <c>does not hold</c>, <c>not decided</c>, <c>not tested</c>.</summary>
    public static string InWords(this Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.DoesNotHold => "does not hold",
        Verdict.NotDecided => "not decided",
        _ => "not tested",
    };
}
