using ScEdge.Device.Networks;
using ScEdge.Device.Platform;
using ScEdge.Device.States;
using ScEdge.Protocol.Links;

namespace ScEdge.Device
{
    /// <summary>
    /// A board that reads without the protocol: bytes of an image come in, a line of text goes out, with the network of its checkpoint.
    /// </summary>
    /// <remarks>
    /// An image is as many bytes as it has pixels, 0..255, row by row, one image after the other. A pause in the middle of one drops what has come
    /// of it, so that a cable pulled out does not shift all that follow. The answer is <c>class 7, ahead by 21, 98 ms</c>, the lead in steps of the
    /// counts.
    /// </remarks>
    public sealed class Demonstration
    {
        private const long LongestPauseMicroseconds = 500000;
        private const int PortionBytes = 128;

        private readonly IByteLink line;
        private readonly IClock clock;
        private readonly BoardState state;
        private readonly ImageReader reader = new ImageReader();
        private readonly byte[] portion = new byte[PortionBytes];
        private byte[] answer;
        private int answered;
        private long heardAt;
        private long startedAt;
        private uint serial;

        /// <summary>Takes up the network of a board's checkpoint.</summary>
        /// <param name="settings">What the board is.</param>
        /// <param name="line">The line that the images come on.</param>
        /// <param name="clock">Time.</param>
        /// <param name="storage">Holds the checkpoint.</param>
        public Demonstration(BoardSettings settings, IByteLink line, IClock clock, IBoardStorage storage)
        {
            this.line = line;
            this.clock = clock;
            state = new BoardState(settings);
            Checkpoint checkpoint = new Checkpoint(state, storage);
            long needed;
            if (checkpoint.HasReader())
            {
                checkpoint.Restore(out needed);
            }

            Say(state.Network == null ? "no network is stored: push one and save it, by the protocol" : "ready for images");
        }

        /// <summary>Gets whether there is a network to read with.</summary>
        public bool HasNetwork
        {
            get { return state.Network != null; }
        }

        /// <summary>Does a little: takes what has come, reads on, sends.</summary>
        public void Poll()
        {
            answered += line.Write(answer, answered, answer.Length - answered);
            if (reader.IsRunning)
            {
                if (reader.RunPart())
                {
                    Tell();
                }

                return;
            }

            if (HasNetwork && answered == answer.Length)
            {
                TakePixels();
            }
        }

        private void TakePixels()
        {
            Network network = state.Network;
            long now = clock.Microseconds;
            if (now - heardAt > LongestPauseMicroseconds)
            {
                network.Received = 0;
            }

            int missing = network.Image.Length - network.Received;
            int count = line.Read(portion, 0, missing < PortionBytes ? missing : PortionBytes);
            for (int i = 0; i < count; i++)
            {
                network.Image[network.Received + i] = portion[i];
            }

            network.Received += count;
            heardAt = count > 0 ? now : heardAt;
            if (network.Received == network.Image.Length)
            {
                network.Received = 0;
                startedAt = now;
                reader.Begin(network, serial, serial);
                serial++;
            }
        }

        private void Tell()
        {
            ScoreLead lead = new ScoreLead(reader.Scores, state.Network.Classes);
            long milliseconds = (clock.Microseconds - startedAt) / 1000;
            Say("class " + lead.Leader.ToString() + ", ahead by " + ((long)lead.Lead).ToString() + ", " + milliseconds.ToString() + " ms");
        }

        private void Say(string words)
        {
            answer = new byte[words.Length + 2];
            for (int i = 0; i < words.Length; i++)
            {
                answer[i] = (byte)words[i];
            }

            answer[words.Length] = (byte)'\r';
            answer[words.Length + 1] = (byte)'\n';
            answered = 0;
        }
    }
}
