using System;
using ScEdge.Device.Platform;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Device;
using ScEdge.Entropy.Sources;
using ScEdge.Firmware.Adapters;
using ScEdge.Firmware.Boards;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Firmware.Parts
{
    /// <summary>
    /// Joins the device to the parts of a board and keeps it going.
    /// </summary>
    public sealed class BoardLoop
    {
        private readonly SerialLink line;
        private Board device;
        private Demonstration demonstration;

        /// <summary>Opens the line and makes the device.</summary>
        /// <param name="board">The board.</param>
        /// <param name="entropy">Its entropy.</param>
        public BoardLoop(BoardDescription board, BoardEntropy entropy)
        {
            BoardSettings settings = new BoardSettings();
            settings.Name = board.Name;
            settings.BaudRates = board.BaudRates;
            settings.Link = LinkOf(board);
            line = new SerialLink(board);
            // What this runtime tells about a reset does not distinguish causes. Where the line is refused at every start, the note stays as it is.
            settings.ResetCause = FaultNote.Take() ? ResetCause.Fault : ResetCause.Other;
            settings.HeapBytes = HeapBudget.Measure();
            try
            {
                Start(settings, board.IsDemonstration, entropy);
            }
            catch (Exception problem)
            {
                // A stored network that one heap had room for may stop another: it must not stop every start.
                Console.WriteLine("what is stored cannot be taken up: " + problem.Message);
                settings.TakesUpCheckpoint = false;
                Start(settings, false, entropy);
            }
        }

        /// <summary>Runs until the host asks for a restart; a demonstration, until the power goes.</summary>
        public void Run()
        {
            while (demonstration != null)
            {
                demonstration.Poll();
            }

            while (!device.IsResetDue)
            {
                device.Poll();
                uint baudRate = device.TakeBaudRate();
                if (baudRate != 0)
                {
                    line.SetBaudRate((int)baudRate);
                }
            }
        }

        private void Start(BoardSettings settings, bool isDemonstration, BoardEntropy entropy)
        {
            ChipClock clock = new ChipClock();
            InternalFile storage = new InternalFile(InternalFile.Drive, "state.bin");
            demonstration = isDemonstration ? new Demonstration(settings, line, clock, storage) : null;
            if (demonstration == null || !demonstration.HasNetwork)
            {
                // A host has to bring the network first.
                demonstration = null;
                device = new Board(
                    settings,
                    line,
                    clock,
                    new IEntropySource[] { entropy.Monitor },
                    entropy.Cells,
                    storage,
                    entropy.Monitor.NextWord());
            }
        }

        private static LinkSettings LinkOf(BoardDescription board)
        {
            LinkSettings settings = new LinkSettings();
            settings.MaximumPayload = board.LinkPayloadBytes;
            settings.Window = board.LinkWindow;
            settings.LineBufferBytes = board.PortBufferBytes;
            return settings;
        }
    }
}
