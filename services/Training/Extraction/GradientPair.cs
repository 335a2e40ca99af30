namespace Dateline.Training.Extraction;

/// <summary>First and second derivative of the loss at one row.</summary>
internal readonly record struct GradientPair(float First, float Second);
