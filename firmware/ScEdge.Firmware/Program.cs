using System;
using System.Threading;
using nanoFramework.Runtime.Native;
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
        private const int PauseMilliseconds = 2000;

        /// <summary>Runs once after a reset, and until the next one.</summary>
        public static void Main()
        {
            try
            {
                Run();
            }
            catch (Exception problem)
            {
                // Nobody is there to catch it: without this the firmware would end in silence.
                Console.WriteLine("stopped: " + problem.Message);
                FaultNote.Leave();
                Thread.Sleep(PauseMilliseconds);
            }

            Power.RebootDevice(RebootOption.NormalReboot);
        }

        private static void Run()
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
