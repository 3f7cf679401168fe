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
        private PassHandler passes;
        private long startedAt;

        public ImageHandler(BoardState state, IClock clock)
        {
            this.state = state;
            this.clock = clock;
        }

        /// <summary>Gets whether an image is being read.</summary>
        public bool IsRunning
        {
            get { return reader.IsRunning || (passes != null && passes.IsRunning); }
        }

        /// <summary>Forgets what is under way: the registers or the network were replaced.</summary>
        public void Forget()
        {
            reader.Forget();
            passes = null;
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

        /// <summary>Begins to read, or holds the image for weights that are streamed; to read is answered by <see cref="RunPart"/>.</summary>
        public void ReadImage(MessageReader message, Reply reply)
        {
            Network network = state.Network;
            if (!request.Read(message))
            {
                reply.RefuseMalformed();
                return;
            }

            bool holds = message.Code == MessageCode.HoldImage;
            if (!NetworkHandler.HasNetwork(network, reply) || !CanRead(network, holds, reply)
                || (holds && !Passes(network).HasRoom(reply))
                || (request.DataLength > 0 && !Keep(network, request.Offset, request, reply)))
            {
                return;
            }

            if (network.Received < network.Image.Length)
            {
                reply.Refuse(ErrorCode.WrongState, network.Received, network.Image.Length, "The pixels of the image are not complete.");
                return;
            }

            if (holds)
            {
                passes.Hold(request, reply);
                return;
            }

            startedAt = clock.Microseconds;
            reader.Begin(network, request.Serial, request.WeightSerial);
        }

        /// <summary>Takes weights that are streamed, or tells what was read with them.</summary>
        public void Stream(MessageReader message, Reply reply)
        {
            Network network = state.Network;
            if (!NetworkHandler.HasNetwork(network, reply) || !CanRead(network, true, reply))
            {
                return;
            }

            if (message.Code == MessageCode.StreamWeights)
            {
                Passes(network).StreamWeights(message, reply);
            }
            else
            {
                Passes(network).GetReading(message, answer, reply);
            }
        }

        /// <summary>Reads on, and answers when that is done.</summary>
        /// <returns>Whether it is done.</returns>
        public bool RunPart(Reply reply)
        {
            if (!reader.IsRunning)
            {
                return passes.RunPart(reply);
            }

            bool isDone = reader.RunPart();
            if (isDone)
            {
                Finish(reply);
            }

            return isDone;
        }

        /// <summary>Writes what was read in an image.</summary>
        /// <param name="answer">Serial number, exponent, bits and time of the image; receives the rest.</param>
        /// <param name="scores">The scores.</param>
        /// <param name="classes">How many.</param>
        /// <param name="reply">Receives the answer.</param>
        public static void Write(ReadImageResponse answer, int[] scores, int classes, Reply reply)
        {
            ScoreLead lead = new ScoreLead(scores, classes);
            answer.Class = lead.Leader;
            answer.Lead = lead.Lead;
            answer.DataLength = 0;
            MessageWriter writer = reply.Accept();
            answer.Write(writer);
            int at = writer.Reserve(4 * classes);
            for (int i = 0; i < classes && at >= 0; i++)
            {
                LittleEndian.WriteUInt32(writer.Buffer, at + (4 * i), (uint)scores[i]);
            }
        }

        /// <summary>Returns what streams weights; a board that never does so has no room for it.</summary>
        private PassHandler Passes(Network network)
        {
            passes = passes ?? new PassHandler(network, state.Totals, clock);
            return passes;
        }

        private static bool CanRead(Network network, bool isStreamed, Reply reply)
        {
            bool canRead = network.Pass != null == isStreamed;
            if (!canRead)
            {
                reply.Refuse(
                    ErrorCode.WrongState, 0, 0,
                    isStreamed ? "The board has the weights of this network: have it read the images one by one."
                        : "The weights of this network are streamed: have images held, then send the weights.");
            }

            return canRead;
        }

        private void Finish(Reply reply)
        {
            long time = clock.Microseconds - startedAt;
            state.Totals.BusyMicroseconds += time;
            answer.Serial = reader.Serial;
            answer.Exponent = reader.Exponent;
            answer.Bits = reader.Bits;
            answer.DeviceMicroseconds = (uint)time;
            Write(answer, reader.Scores, state.Network.Classes, reply);
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
