namespace Experiments.Reports.Live;

/// <summary>What <see cref="LiveServer"/> serves.</summary>
internal interface ILivePage
{
    /// <summary>The page as it is now.</summary>
    string Page { get; }

    /// <summary>What it shows now, as JSON on one line.</summary>
    string State { get; }

    /// <summary>Completes when <see cref="State"/> has changed from the one that was read before this was asked for.</summary>
    Task Changed { get; }

    /// <summary>The page's heading and navigation.</summary>
    string Frame { get; }

    /// <summary>A recipe's section; null if there is none.</summary>
    string? Section(string recipe);
}
