using Experiments.Results;

namespace Experiments.Claims;

/// <summary>A claim with what a run says of it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Estimate">Mean, geometric mean or share over seeds with its own 95 % interval, which is not corrected for the number of claims.</param>
/// <param name="P">Probability of seeds that speak so clearly if they were wrong; null without a test.</param>
/// <param name="CorrectedP">The same, corrected by Holm's procedure for the number of claims tested together; it decides, at 0.05.</param>
/// <param name="Reason">What decided, or why nothing did; empty where the numbers tell.</param>
public sealed record Judgement(Claim Claim, Verdict Verdict, Interval Estimate, double? P, double? CorrectedP, string Reason);
