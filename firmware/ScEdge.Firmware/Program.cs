using System;
using ScEdge.Entropy.Sources;
using ScEdge.Firmware.Boards;
using ScEdge.Firmware.Parts;

namespace ScEdge.Firmware
{
    /// <summary>
    /// Starts the board's parts, says on the debug port what it found, and lets the device run.
    /// </summary>
    public static class Program
    {
        /// <summary>Runs once after a reset.</summary>
        public static void Main()
        {
            BoardDescription board = SelectedBoard.Describe();
            BoardEntropy entropy = new BoardEntropy(board);
            Console.WriteLine(board.Name + ": entropy " + QualityName(entropy.Monitor.Quality));
            for (int i = 0; entropy.Cells != null && i < entropy.Cells.Source.CellCount; i++)
            {
                Console.WriteLine("cell " + i.ToString() + (entropy.Cells.IsStored(i) ? ": stored table" : ": to be calibrated"));
            }

            new BoardLoop(board, entropy).Run();
        }

        private static string QualityName(EntropyQuality quality)
        {
            switch (quality)
            {
                case EntropyQuality.True:
                    return "true";
                case EntropyQuality.Pseudo:
                    return "pseudo";
                case EntropyQuality.Replay:
                    return "replay";
                default:
                    return "failing";
            }
        }
    }
}
