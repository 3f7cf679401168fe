namespace ScEdge.Device.Networks
{
    /// <summary>
    /// Takes an image through the network, a part at a time, so that the line is looked at in between.
    /// </summary>
    public sealed class ImageReader
    {
        private Network network;
        private uint serial;
        private uint weightSerial;
        private bool hasWeights;
        private bool isRepeated;
        private long bitsBefore;
        private int layer;
        private int stage;
        private int unit;
        private int nextUnit;
        private int firstOutput;
        private int outputCount;
        private int offset;
        private bool isMultiplying;

        /// <summary>Gets whether an image is under way.</summary>
        public bool IsRunning { get; private set; }

        /// <summary>Gets the serial number of the image.</summary>
        public uint Serial
        {
            get { return serial; }
        }

        /// <summary>
        /// Gets the layers that multiply and are done with: the sums of the last of them are in the map of this number's lowest bit.
        /// </summary>
        public int Stage
        {
            get { return stage; }
        }

        /// <summary>Gets the scores of the last image. The backing array, longer than there are classes.</summary>
        public int[] Scores
        {
            get { return network.Maps[stage & 1]; }
        }

        /// <summary>Gets log2 of what a step of a score is worth.</summary>
        public int Exponent
        {
            get { return unit; }
        }

        /// <summary>Gets the stream bits drawn for the last image.</summary>
        public long Bits
        {
            get { return AllBits() - bitsBefore; }
        }

        /// <summary>Forgets what is under way: there is another network, or none.</summary>
        public void Forget()
        {
            network = null;
            IsRunning = false;
            hasWeights = false;
        }

        /// <summary>Begins to read the image that a network holds.</summary>
        public void Begin(Network target, uint imageSerial, uint weightsSerial)
        {
            isRepeated = hasWeights && network == target && weightsSerial == weightSerial;
            network = target;
            serial = imageSerial;
            weightSerial = weightsSerial;
            bitsBefore = AllBits();
            network.LoadImage(network.Maps[0]);
            unit = Network.PixelUnit;
            layer = 0;
            stage = 0;
            isMultiplying = false;
            IsRunning = true;
        }

        /// <summary>Does the next part.</summary>
        /// <returns>Whether that was the last one.</returns>
        public bool RunPart()
        {
            if (isMultiplying)
            {
                isMultiplying = !network.Circuit.Advance();
                if (isMultiplying)
                {
                    return false;
                }

                EndOutputs();
            }
            else
            {
                BeginLayer();
            }

            if (layer < network.Layers.Length)
            {
                return false;
            }

            IsRunning = false;
            hasWeights = true;
            network.Images++;
            return true;
        }

        private void BeginLayer()
        {
            NetworkLayer current = network.Layers[layer];
            int[] map = network.Maps[stage & 1];
            if (current.IsProduct)
            {
                int[] outputs = network.Maps[(stage + 1) & 1];
                network.Stages[stage].Begin(map, unit, outputs, serial, weightSerial, isRepeated, out nextUnit);
                firstOutput = 0;
                offset = 0;
                BeginOutputs(current);
                return;
            }

            current.Change(map, 0, current.Channels);
            layer++;
        }

        private void BeginOutputs(NetworkLayer product)
        {
            int left = product.Channels - firstOutput;
            int atATime = product.OutputsAtATime(network.Parts);
            outputCount = atATime < left ? atATime : left;
            network.Circuit.Begin(network.Stages[stage].BeginOutputs(firstOutput, outputCount, offset));
            isMultiplying = true;
        }

        /// <summary>Ends some outputs of a layer: joined layers make them smaller, and the next ones take the room that is left.</summary>
        private void EndOutputs()
        {
            network.Stages[stage].EndOutputs();
            NetworkLayer product = network.Layers[layer];
            NetworkLayer last = product;
            for (int joined = layer + 1; joined <= product.LastJoined; joined++)
            {
                last = network.Layers[joined];
                last.Change(network.Maps[(stage + 1) & 1], offset, outputCount);
            }

            firstOutput += outputCount;
            offset += outputCount * last.Height * last.Width;
            if (firstOutput < product.Channels)
            {
                BeginOutputs(product);
                return;
            }

            unit = nextUnit;
            stage++;
            layer = product.LastJoined == 0 ? layer + 1 : product.LastJoined + 1;
        }

        private long AllBits()
        {
            long bits = 0;
            for (int i = 0; i < network.Stages.Length; i++)
            {
                bits += network.Stages[i].Counts.Bits;
            }

            return bits;
        }
    }
}
