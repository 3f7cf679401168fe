using System;
using System.Security.Cryptography;
using System.Text;

namespace ScEdge.Reporting.Styles;

/// <summary>The one script of a page: it makes a PNG of a figure where a reader asks for one. Without it everything else is there.</summary>
public static class FigureScript
{
    private static readonly Lazy<string> Loaded = new(static () => EmbeddedText.Read("figures.js"));

    /// <summary>Gets the script, the same in every page.</summary>
    public static string Text => Loaded.Value;

    /// <summary>Gets what a policy of a page (Content-Security-Policy, script-src) calls it, so that no other script may run.</summary>
    public static string PolicySource => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";
}
