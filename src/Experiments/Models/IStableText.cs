namespace Experiments.Models;

/// <summary>
/// An argument of a model whose <see cref="object.ToString"/> always gives the same text for the same meaning, and other texts for others.
/// </summary>
public interface IStableText;
