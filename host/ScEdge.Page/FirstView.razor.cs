namespace ScEdge.Page;

/// <summary>
/// What a page of files shows before .NET is there: its first view, written into its first page when it is exported. Nothing of it can be used yet.
/// </summary>
public partial class FirstView;
