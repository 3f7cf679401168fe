namespace ScEdge.Page;

/// <summary>The page.</summary>
public partial class App
{
}
