using System.Threading.Tasks;
using ScEdge.Playground.Boards;
using ScEdge.Playground.Networks;
using ScEdge.Playground.Tests.Networks;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Data;

namespace ScEdge.Playground.Tests.Boards;

/// <summary>The board in the page, over frames and sessions as over a wire.</summary>
[Trait("Kind", "Property")]
public sealed class PageBoardTests
{
    private static readonly ImageSet Images = MnistDataset.Load().Test.First(2);

    [Fact]
    public async Task Read_OnTheBoardOfThePage_GivesTheScoresAndCountsOfHere()
    {
        await using PageBoard board = new(epoch: 9);
        await using BoardDialogue dialogue = new(new SerialLine(), board.SendAsync, epoch: 5);
        board.Start(dialogue.Receive);
        await dialogue.OpenAsync();
        TrainedRegisters registers = TrainedRegisters.Read(new TestRegisters("edge", Images).File());
        ReadingSettings settings = new(32, StreamSource.SharedCells, 3);
        byte[] pixels = Images.Images[..Images.ImageLength];

        Assert.Equal("emulated in this page", (await BoardDigitReader.GreetAsync(dialogue)).Name);
        DigitReading reading = await new BoardDigitReader(dialogue, registers).ReadAsync(pixels, settings, 8);

        DigitReading expected = new LocalReader(registers).Read(pixels, settings, 8);
        Assert.Equal(expected.Logits, reading.Logits);
        Assert.Equal(expected.Counts.Bits, reading.Counts.Bits);
    }
}
