using ScEdge.Device.Networks;
using ScEdge.Device.States;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Networks;

namespace ScEdge.Device.Requests
{
    /// <summary>
    /// Holds images, lets the weights of a network pass by, and gives classes and scores.
    /// </summary>
    internal sealed class PassHandler
    {
        private readonly Network network;
        private readonly WeightPass pass;
        private readonly WorkTotals totals;
        private readonly IClock clock;
        private readonly HoldImageResponse held = new HoldImageResponse();
        private readonly StreamWeightsRequest weights = new StreamWeightsRequest();
        private readonly StreamWeightsResponse taken = new StreamWeightsResponse();
        private readonly GetReadingRequest question = new GetReadingRequest();
        private long startedAt;

        public PassHandler(Network network, WorkTotals totals, IClock clock)
        {
            this.network = network;
            this.totals = totals;
            this.clock = clock;
            pass = network.Pass;
        }

        /// <summary>Gets whether weights are being used.</summary>
        public bool IsRunning
        {
            get { return pass.IsRunning; }
        }

        /// <summary>Returns whether one image more can be held, and otherwise refuses.</summary>
        public bool HasRoom(Reply reply)
        {
            bool isBegun = pass.Intake.Received > 0 && !pass.IsComplete;
            bool isFull = pass.Held == pass.Images.Length && !pass.IsComplete;
            if (isBegun)
            {
                reply.Refuse(
                    ErrorCode.WrongState, pass.Intake.Received, pass.Length, "The weights are on their way: images are held before they begin.");
            }
            else if (isFull)
            {
                reply.Refuse(ErrorCode.OutOfRange, pass.Held + 1, pass.Images.Length, "There is no room for another image: send the weights.");
            }

            return !isBegun && !isFull;
        }

        /// <summary>Holds the image whose pixels are complete.</summary>
        public void Hold(ReadImageRequest image, Reply reply)
        {
            pass.Hold(image.Serial, image.WeightSerial);
            held.Held = pass.Held;
            held.Room = pass.Images.Length;
            held.Write(reply.Accept());
        }

        /// <summary>Takes weights; answered by <see cref="RunPart"/>.</summary>
        public void StreamWeights(MessageReader message, Reply reply)
        {
            if (!weights.Read(message) || weights.DataLength < 1 || (weights.DataLength & 1) != 0)
            {
                reply.RefuseMalformed();
            }
            else if (pass.Held == 0)
            {
                reply.Refuse(ErrorCode.WrongState, 0, 0, "No image is held: the weights are for nobody.");
            }
            else if (weights.Offset != pass.Intake.Received)
            {
                reply.Refuse(ErrorCode.OutOfOrder, weights.Offset, pass.Intake.Received, "These are not the weights that come next.");
            }
            else if ((uint)weights.DataLength > pass.Length - pass.Intake.Received)
            {
                reply.Refuse(
                    ErrorCode.OutOfRange, (long)weights.Offset + weights.DataLength, pass.Length, "There are more weights than the network has.");
            }
            else
            {
                startedAt = clock.Microseconds;
                pass.Take(weights.Data, weights.DataOffset, weights.DataLength);
            }
        }

        /// <summary>Goes on with what the weights allow, and answers when that is done.</summary>
        /// <returns>Whether it is done.</returns>
        public bool RunPart(Reply reply)
        {
            string problem;
            if (!pass.RunPart(out problem))
            {
                return false;
            }

            long time = clock.Microseconds - startedAt;
            totals.BusyMicroseconds += time;
            if (problem != null)
            {
                reply.Refuse(ErrorCode.CheckMismatch, 0, 0, problem);
                return true;
            }

            pass.BusyMicroseconds += time;
            taken.Received = pass.Intake.Received;
            taken.Write(reply.Accept());
            return true;
        }

        /// <summary>Tells what was read in an image.</summary>
        public void GetReading(MessageReader message, ReadImageResponse answer, Reply reply)
        {
            if (!question.Read(message))
            {
                reply.RefuseMalformed();
            }
            else if (!pass.IsComplete)
            {
                reply.Refuse(ErrorCode.WrongState, pass.Intake.Received, pass.Length, "Not all weights have come by.");
            }
            else if (question.Image >= pass.Held)
            {
                reply.Refuse(ErrorCode.OutOfRange, question.Image, pass.Held, "No such image was held.");
            }
            else
            {
                HeldImage image = pass.Images[question.Image];
                answer.Serial = image.Serial;
                answer.Exponent = image.Unit;
                answer.Bits = image.Bits;
                answer.DeviceMicroseconds = (uint)(pass.BusyMicroseconds / pass.Held);
                ImageHandler.Write(answer, pass.Scores(question.Image), network.Classes, reply);
            }
        }
    }
}
