using System;
using CsCheck;
using ScEdge.Input;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Tests.Networks;

[Trait("Kind", "Property")]
public sealed class ModelFileTests
{
    private const int Files = 3000;

    private static readonly string Whole = ModelFile.Format(ModelCatalogue.Edge(1, 28, 28, 10));

    [Fact]
    public void Parse_CutAnywhere_IsASentence()
    {
        for (int length = 0; length < Whole.TrimEnd().Length; length++)
        {
            Assert.Contains("'x'", Assert.Throws<InputException>(() => ModelFile.Parse(Whole[..length], "x")).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Parse_AnyLettersChanged_GivesANetworkOrASentence() =>
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Char["\"{}[]:,-09e. xn\0\u00e9"]).Array[1, 3].Sample(
            static changes =>
            {
                char[] letters = Whole.ToCharArray();
                foreach ((int at, char letter) in changes)
                {
                    letters[at] = letter;
                }

                try
                {
                    Assert.True(ModelFile.Parse(new string(letters), "x").ParameterCount > 0);
                }
                catch (InputException exception)
                {
                    Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
                }
            },
            iter: Files);
}
