using System.Globalization;
using System.IO;
using System.Linq;
using ScEdge.Silicon.Blocks;

namespace ScEdge.Silicon.Tests.Blocks;

[Trait("Kind", "Slow")]
public sealed class BlockVectorsTests
{
    public static TheoryData<string> Steps => [.. from block in BlockCatalogue.All
                                                  where block.Argument == "steps" && block.Name != "group-momentum"
                                                  from vectors in block.Vectors
                                                  select $"{block.Name} {vectors.Name}"];

    // A network that has died at too high a rate has gradients of zero: no stream of them would be drawn, and the energy of a row be too low.
    [Theory]
    [MemberData(nameof(Steps))]
    public void Vectors_OfTheTensorThatIsRecorded_HaveGradients(string blockAndVectors)
    {
        const int AddressOfTheGradientsMaximum = 5;
        string[] names = blockAndVectors.Split(' ');
        StringWriter text = new();
        BlockCatalogue.Find(names[0]).Single().Vectors.Single(one => one.Name == names[1]).Write(text);

        string[] lines = text.ToString().Split('\n');
        int[] head = Numbers(lines[0]);
        int maximum = lines.Skip(1).Take(head[1]).Select(Numbers).Single(static line => line[0] == AddressOfTheGradientsMaximum)[1];
        int[] gradients = [.. lines.Skip(2 + head[1]).Take(head[0]).Select(static line => Numbers(line)[0])];
        Assert.Equal(200, gradients.Length);
        Assert.Equal(maximum, gradients.Max(System.Math.Abs));
        Assert.InRange(gradients.Count(static one => one != 0), 190, 200);
    }

    private static int[] Numbers(string line) =>
        [.. line.TrimEnd('\r').Split(' ').Select(static number => int.Parse(number, CultureInfo.InvariantCulture))];
}
