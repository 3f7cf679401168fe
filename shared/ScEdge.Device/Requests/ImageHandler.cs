using System;
using ScEdge.Device.Networks;
using ScEdge.Device.States;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Networks;

namespace ScEdge.Device.Requests
{
    /// <summary>
    /// Takes the pixels of an image, has it read, and gives its class and scores.
    /// </summary>
    internal sealed class ImageHandler
    {
        private readonly BoardState state;
        private readonly IClock clock;
        private readonly PutPixelsRequest put = new PutPixelsRequest();
        private readonly PutPixelsResponse taken = new PutPixelsResponse();
        private readonly ReadImageRequest request = new ReadImageRequest();
        private readonly ReadImageResponse answer = new ReadImageResponse();
        private readonly ImageReader reader = new ImageReader();
        private long startedAt;

        public ImageHandler(BoardState state, IClock clock)
        {
            this.state = state;
            this.clock = clock;
        }

        /// <summary>Gets whether an image is being read.</summary>
        public bool IsRunning
        {
            get { return reader.IsRunning; }
        }

        /// <summary>Forgets what is under way: the registers or the network were replaced.</summary>
        public void Forget()
        {
            reader.Forget();
        }

        public void PutPixels(MessageReader message, Reply reply)
        {
            Network network = state.Network;
            if (!put.Read(message))
            {
                reply.RefuseMalformed();
                return;
            }

            if (!NetworkHandler.HasNetwork(network, reply))
            {
                return;
            }

            if (Keep(network, put.Offset, put, reply))
            {
                taken.Received = network.Received;
                taken.Write(reply.Accept());
            }
        }

        /// <summary>Begins to read; answered by <see cref="Finish"/>.</summary>
        public void ReadImage(MessageReader message, Reply reply)
        {
            Network network = state.Network;
            if (!request.Read(message))
            {
                reply.RefuseMalformed();
                return;
            }

            if (!NetworkHandler.HasNetwork(network, reply)
                || (request.DataLength > 0 && !Keep(network, request.Offset, request, reply)))
            {
                return;
            }

            if (network.Received < network.Image.Length)
            {
                reply.Refuse(ErrorCode.WrongState, network.Received, network.Image.Length, "The pixels of the image are not complete.");
                return;
            }

            startedAt = clock.Microseconds;
            reader.Begin(network, request.Serial, request.WeightSerial);
        }

        /// <summary>Reads on.</summary>
        /// <returns>Whether the image is read.</returns>
        public bool RunPart()
        {
            return reader.RunPart();
        }

        /// <summary>Gives what was read.</summary>
        public void Finish(Reply reply)
        {
            long time = clock.Microseconds - startedAt;
            state.Totals.BusyMicroseconds += time;
            answer.Serial = reader.Serial;
            answer.Exponent = reader.Exponent;
            answer.Bits = reader.Bits;
            answer.DeviceMicroseconds = (uint)time;
            answer.DataLength = 0;
            int[] scores = reader.Scores;
            int classes = state.Network.Classes;
            ScoreLead lead = new ScoreLead(scores, classes);
            answer.Class = lead.Leader;
            answer.Lead = lead.Lead;
            MessageWriter writer = reply.Accept();
            answer.Write(writer);
            int at = writer.Reserve(4 * classes);
            for (int i = 0; i < classes && at >= 0; i++)
            {
                LittleEndian.WriteUInt32(writer.Buffer, at + (4 * i), (uint)scores[i]);
            }
        }

        /// <summary>Keeps pixels that begin at or before the end of what has arrived and fit; refuses others.</summary>
        private static bool Keep(Network network, int offset, BulkMessage pixels, Reply reply)
        {
            if (offset > network.Received)
            {
                reply.Refuse(ErrorCode.OutOfOrder, offset, network.Received, "Pixels are missing before these.");
                return false;
            }

            if (pixels.DataLength > network.Image.Length - offset)
            {
                reply.Refuse(
                    ErrorCode.OutOfRange, (long)offset + pixels.DataLength, network.Image.Length, "There are more pixels than the image has.");
                return false;
            }

            Array.Copy(pixels.Data, pixels.DataOffset, network.Image, offset, pixels.DataLength);
            network.Received = offset + pixels.DataLength;
            return true;
        }
    }
}
