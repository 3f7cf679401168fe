using ScEdge.Device.Configurations;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Steps;

namespace ScEdge.Device.Steps
{
    /// <summary>
    /// The gradients of a step on their way in: consecutive parameters over all tensors, in the format of the step.
    /// </summary>
    internal sealed class GradientIntake
    {
        private readonly BeginStepRequest step = new BeginStepRequest();
        private Configuration configuration;
        private int received;

        /// <summary>Gets the announcement of the step; to be read into and then begun with.</summary>
        public BeginStepRequest Step
        {
            get { return step; }
        }

        /// <summary>Gets the parameters whose gradients have arrived without a gap.</summary>
        public int Received
        {
            get { return received; }
        }

        /// <summary>Gets the bytes of one gradient.</summary>
        public int BytesPerParameter
        {
            get { return step.Format == GradientFormat.Int8 ? 1 : step.Format == GradientFormat.Int16 ? 2 : 4; }
        }

        /// <summary>Begins to take the gradients of the announced step.</summary>
        public void Begin(Configuration target)
        {
            configuration = target;
            received = 0;
        }

        /// <summary>Forgets the configuration whose gradients came in.</summary>
        public void Forget()
        {
            configuration = null;
        }

        /// <summary>Takes gradients that begin at or before the end of what has arrived and fit.</summary>
        /// <returns>Whether all are within the announced maximum; otherwise none counts as arrived.</returns>
        public bool Put(int first, byte[] buffer, int offset, int count)
        {
            int tensor = 0;
            int start = 0;
            while (first >= start + configuration.Lengths[tensor])
            {
                start += configuration.Lengths[tensor];
                tensor++;
            }

            int done = 0;
            while (done < count)
            {
                int index = first + done - start;
                int part = configuration.Lengths[tensor] - index;
                if (part > count - done)
                {
                    part = count - done;
                }

                if (!PutPart(tensor, index, buffer, offset + (done * BytesPerParameter), part))
                {
                    return false;
                }

                done += part;
                start += configuration.Lengths[tensor];
                tensor++;
            }

            if (first + count > received)
            {
                received = first + count;
            }

            return true;
        }

        private bool PutPart(int tensor, int index, byte[] buffer, int offset, int count)
        {
            short[] gradients = configuration.Gradients[tensor];
            int limit = (int)step.Maxima[tensor];
            if (step.Format == GradientFormat.Int16)
            {
                return LittleEndian.ReadInt16s(buffer, offset, gradients, index, count, limit);
            }

            bool isFloat = step.Format == GradientFormat.Float32;
            double scale = FloatGradient.Scale(step.FractionBits[tensor]);
            ulong key = FloatGradient.Key(configuration.Seed, configuration.Identities[tensor], step.Step);
            for (int i = index; i < index + count; i++)
            {
                int value;
                if (isFloat)
                {
                    value = FloatGradient.Round(LittleEndian.ReadUInt32(buffer, offset), scale, key, (uint)i);
                    offset += 4;
                }
                else
                {
                    value = (sbyte)buffer[offset];
                    offset++;
                }

                if (value > limit || value < -limit)
                {
                    return false;
                }

                gradients[i] = (short)value;
            }

            return true;
        }
    }
}
