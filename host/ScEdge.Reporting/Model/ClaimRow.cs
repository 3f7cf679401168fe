namespace ScEdge.Reporting.Model;

/// <summary>A published claim beside what was obtained.</summary>
/// <param name="Id">Short name; rows of one claim follow each other.</param>
/// <param name="Claim">What was published.</param>
/// <param name="Library">Cost library, or empty.</param>
/// <param name="Obtained">What was obtained.</param>
/// <param name="Residual">How far it is from the claim.</param>
/// <param name="Configuration">What obtained it.</param>
/// <param name="Assumption">What it rests on.</param>
/// <param name="Verdict">Verdict in words.</param>
/// <param name="Holds">Whether the claim came out, under its assumption or not; null where nothing tells.</param>
public sealed record ClaimRow(
    string Id, string Claim, string Library, string Obtained, string Residual, string Configuration, string Assumption, string Verdict, bool? Holds);
