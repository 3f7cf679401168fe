using System;
using ScEdge.Device;
using ScEdge.Device.Cells;
using ScEdge.Device.Platform;
using ScEdge.Entropy.Sources;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.State;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Nano.Tests.Vectors.Sessions
{
    /// <summary>
    /// A host and a board on a line in memory, in time that their polls make pass.
    /// </summary>
    public sealed class SessionHost
    {
        private const int Patience = 100000;
        private const int PollMicroseconds = 500;

        private readonly StepClock clock = new StepClock();
        private readonly Digest digest = new Digest();
        private readonly MemoryStorage storage = new MemoryStorage();
        private readonly IBoardStorage[] tables;
        private readonly MemoryLine boardEnd;
        private readonly ReliableLink link;
        private readonly MessageWriter writer = new MessageWriter(1024);
        private readonly MessageReader reader = new MessageReader();
        private readonly byte[] answer = new byte[1024];
        private Board board;
        private uint epoch = 77;
        private int number;

        /// <summary>Makes both and opens a session.</summary>
        /// <param name="garbles">Every so many bytes of each direction one is garbled; 0 for none.</param>
        /// <param name="hasCells">Whether the board has a front end.</param>
        public SessionHost(int garbles, bool hasCells)
        {
            tables = new IBoardStorage[hasCells ? LinearFrontEnd.Cells : 0];
            for (int i = 0; i < tables.Length; i++)
            {
                tables[i] = new MemoryStorage();
            }

            MemoryWire toBoard = new MemoryWire(digest, garbles);
            MemoryWire toHost = new MemoryWire(digest, garbles);
            boardEnd = new MemoryLine(toBoard, toHost);
            LinkSettings settings = new LinkSettings();
            settings.Window = 4;
            link = new ReliableLink(settings, new MemoryLine(toHost, toBoard), clock, 5, null);
            board = Started();
            link.Open();
        }

        /// <summary>Gets the digest of all bytes that both ends have sent.</summary>
        public Digest Digest
        {
            get { return digest; }
        }

        /// <summary>Gets the number of requests that the board refused.</summary>
        public int Refusals { get; private set; }

        /// <summary>Gets the number of sessions so far.</summary>
        public int Sessions
        {
            get { return link.Sessions; }
        }

        /// <summary>Begins a request.</summary>
        /// <returns>Takes its fields.</returns>
        public MessageWriter Begin(MessageCode code)
        {
            // The first request of a session needs to know how much a frame may hold.
            for (int i = 0; i < Patience && link.State != LinkState.Open; i++)
            {
                Poll();
            }

            number++;
            writer.Begin(code, false, number, link.MaximumPayload);
            return writer;
        }

        /// <summary>Sends the request and waits for its answer; an empty one, which counts as refused, where the session ends first.</summary>
        public MessageReader Send()
        {
            int session = link.Sessions;
            bool isSent = false;
            for (int i = 0; i < Patience && link.Sessions == session && link.State == LinkState.Open; i++)
            {
                isSent = isSent || link.TrySend(MessageLimits.RequestChannel, writer.Buffer, 0, writer.Length);
                Poll();
                FrameSlot frame = link.Received;
                if (frame != null)
                {
                    int length = frame.Length;
                    Array.Copy(frame.Body, FrameFormat.HeaderLength, answer, 0, length);
                    bool isAnswer = frame.Channel == MessageLimits.RequestChannel;
                    link.Release();
                    if (isAnswer)
                    {
                        reader.Begin(answer, 0, length);
                        Refusals += reader.Code == MessageCode.Error ? 1 : 0;
                        return reader;
                    }
                }
            }

            Refusals++;
            reader.Begin(answer, 0, 0);
            return reader;
        }

        /// <summary>Sends a request without fields.</summary>
        public MessageReader Ask(MessageCode code)
        {
            Begin(code);
            return Send();
        }

        /// <summary>Pushes the weights of the board's tensors.</summary>
        /// <param name="image">The registers as bytes.</param>
        /// <param name="chunkBytes">How many of them travel in a request.</param>
        public void PushWeights(byte[] image, int chunkBytes)
        {
            BeginPushRequest begin = new BeginPushRequest();
            begin.Kind = StateImageKind.Weights;
            begin.Length = (uint)image.Length;
            begin.Check = Crc32.Of(image, 0, image.Length);
            begin.Write(Begin(BeginPushRequest.Code));
            Send();
            for (int offset = 0; offset < image.Length; offset += chunkBytes)
            {
                PushChunkRequest chunk = new PushChunkRequest();
                chunk.Offset = (uint)offset;
                chunk.Data = image;
                chunk.DataOffset = offset;
                chunk.DataLength = image.Length - offset < chunkBytes ? image.Length - offset : chunkBytes;
                chunk.Write(Begin(PushChunkRequest.Code));
                Send();
            }

            Ask(MessageCode.CommitPush);
        }

        /// <summary>Lets the board restart, if it was asked to, and waits for the next session.</summary>
        public void AwaitReset()
        {
            int session = link.Sessions;
            for (int i = 0; i < Patience && link.Sessions == session; i++)
            {
                Poll();
                if (link.State == LinkState.Lost)
                {
                    link.Open();
                }
            }
        }

        /// <summary>A board as after a loss of power: its storage stays.</summary>
        private Board Started()
        {
            BoardSettings settings = new BoardSettings();
            settings.HeapBytes = 40000;
            settings.RangeLength = 32;
            settings.TileLength = 64;
            settings.Link.MaximumPayload = 256;
            settings.Link.Window = 2;
            settings.Link.LineBufferBytes = 1200;
            epoch++;
            if (tables.Length == 0)
            {
                return new Board(settings, boardEnd, clock, new IEntropySource[] { new CountingEntropy() }, null, storage, epoch);
            }

            BoardCells cells = CellScript.Started(tables);
            return new Board(settings, boardEnd, clock, new IEntropySource[] { cells.Monitor }, cells, storage, epoch);
        }

        private void Poll()
        {
            clock.Microseconds += PollMicroseconds;
            link.Poll();
            board.Poll();
            if (board.IsResetDue)
            {
                board = Started();
            }
        }
    }
}
