using System.IO;
using System.Xml.Linq;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Tests.Markup;

[Trait("Kind", "Unit")]
public sealed class MarkupWriterTests
{
    [Theory]
    [InlineData("a < b & c > d", "a &lt; b &amp; c &gt; d")]
    [InlineData("\"it's\"", "&quot;it&#39;s&quot;")]
    [InlineData("line\r\nline\ttab", "line\nline\ttab")]
    [InlineData("bell\u0007 nul\0 c1\u0085", "bell\uFFFD nul\uFFFD c1\uFFFD")]
    [InlineData("\uFFFE", "\uFFFD")]
    [InlineData("µs ± 0.5 𝛼", "µs ± 0.5 𝛼")]
    public void Escape_AnyText_IsSafe(string text, string expected) => Assert.Equal(expected, MarkupWriter.Escape(text));

    [Fact]
    public void Escape_LoneSurrogate_IsReplaced() => Assert.Equal("a\uFFFDb", MarkupWriter.Escape("a" + (char)0xD800 + "b"));

    [Fact]
    public void Element_HostileAttributeAndText_ComeBackUnchanged()
    {
        const string hostile = "\"><script>&'";
        using var text = new StringWriter();

        new MarkupWriter(text).Element("p", hostile, ("title", hostile));

        XElement element = XElement.Parse(text.ToString());
        Assert.Equal(hostile, element.Value);
        Assert.Equal(hostile, element.Attribute("title")!.Value);
    }

    [Fact]
    public void Open_AndClose_Balance()
    {
        using var text = new StringWriter();
        var markup = new MarkupWriter(text);

        markup.Open("p");
        markup.Text("a ");
        markup.Element("strong", "b");
        markup.Leaf("br");
        markup.Close();

        Assert.Equal("\n<p>a <strong>b</strong>\n<br/></p>", text.ToString());
        Assert.Equal(0, markup.Depth);
    }
}
