using System;

namespace ScEdge.Device.Networks
{
    /// <summary>
    /// Takes images through a network while its weights pass by: some outputs of a layer are computed for all images, then the next ones.
    /// </summary>
    /// <remarks>
    /// What comes is kept until the weights of enough outputs are there. These outputs are a layer of fewer outputs for the circuit: levels depend on
    /// the values of the weights alone, bits of their own on their index in the whole layer.
    /// </remarks>
    public sealed class WeightPass
    {
        private readonly Network network;
        private readonly int[] outputs;
        private readonly int room;
        private int layer;
        private int nextLayer;
        private int stage;
        private int outputsDone;
        private int outputCount;
        private int image;
        private long bitsBefore;
        private bool isMultiplying;
        private uint weightSerial;
        private bool hasWeights;

        /// <summary>Room for the images of a pass.</summary>
        public readonly HeldImage[] Images;

        /// <summary>The registers that come.</summary>
        public readonly WeightIntake Intake;

        /// <summary>Makes what the images and the parameters under way need.</summary>
        internal WeightPass(NetworkPlan plan, MapSizes sizes, Network network)
        {
            this.network = network;
            room = plan.Room;
            outputs = new int[sizes.PartOutputs];
            Intake = new WeightIntake(sizes.PartWeights + plan.FrameValues, sizes.MostBiases);
            Length = 2 * (uint)sizes.Parameters;
            Images = new HeldImage[plan.ImagesInFlight];
            for (int i = 0; i < Images.Length; i++)
            {
                Images[i] = new HeldImage(sizes);
            }
        }

        /// <summary>Gets the bytes of all parameters.</summary>
        public uint Length { get; }

        /// <summary>Gets how many images are held.</summary>
        public int Held { get; private set; }

        /// <summary>Gets whether something that has come is still to be used.</summary>
        public bool IsRunning { get; private set; }

        /// <summary>Gets whether all images have their scores.</summary>
        public bool IsComplete { get; private set; }

        /// <summary>Gets or sets the time that the parameters have taken; us.</summary>
        public long BusyMicroseconds { get; set; }

        /// <summary>Returns the scores of an image. The backing array, longer than there are classes.</summary>
        public int[] Scores(int number)
        {
            return Images[number].Maps[network.Stages.Length & 1];
        }

        /// <summary>Holds the image that the network has; behind a pass that is over, it is the first of the next.</summary>
        public void Hold(uint imageSerial, uint weightsSerial)
        {
            if (IsComplete)
            {
                Forget();
            }

            HeldImage one = Images[Held];
            one.Serial = imageSerial;
            one.WeightSerial = weightsSerial;
            one.IsRepeated = Held > 0 ? Images[Held - 1].WeightSerial == weightsSerial : hasWeights && weightSerial == weightsSerial;
            one.Bits = 0;
            one.Unit = Network.PixelUnit;
            network.LoadImage(one.Maps[0]);
            layer = GoOn(one, 0, 0);
            Held++;
        }

        /// <summary>Forgets the images: none is held.</summary>
        public void Forget()
        {
            Held = 0;
            Intake.Forget();
            BusyMicroseconds = 0;
            stage = 0;
            outputsDone = 0;
            image = 0;
            isMultiplying = false;
            IsRunning = false;
            IsComplete = false;
        }

        /// <summary>Takes parameters, which were checked to be the next ones.</summary>
        /// <param name="bytes">Holds them.</param>
        /// <param name="offset">The first.</param>
        /// <param name="count">Bytes, an even number.</param>
        public void Take(byte[] bytes, int offset, int count)
        {
            Intake.Take(bytes, offset, count);
            IsRunning = true;
        }

        /// <summary>Does the next part of what can be done.</summary>
        /// <param name="problem">What is wrong with the weights, in one sentence; then no image is held any more.</param>
        /// <returns>Whether nothing more can be done before more parameters come.</returns>
        public bool RunPart(out string problem)
        {
            problem = null;
            if (isMultiplying)
            {
                if (network.Circuit.Advance())
                {
                    EndImage();
                    problem = image == 0 ? EndPart() : null;
                }
            }
            else if (!IsComplete && HasPart())
            {
                BeginImage();
            }
            else
            {
                IsRunning = false;
            }

            return !IsRunning;
        }

        /// <summary>Returns whether the weights of the next outputs are all there.</summary>
        private bool HasPart()
        {
            NetworkLayer product = network.Layers[layer];
            int left = product.Channels - outputsDone;
            outputCount = product.OutputsInRoom(room);
            outputCount = outputCount < left ? outputCount : left;
            return Intake.Has(product.Channels, outputCount * product.Shape.Taps);
        }

        private void BeginImage()
        {
            HeldImage one = Images[image];
            ProductStage product = network.Stages[stage];
            bitsBefore = product.Counts.Bits;
            product.Begin(one.Maps[stage & 1], one.Unit, outputs, one.Serial, one.WeightSerial, one.IsRepeated, out one.NextUnit);
            network.Circuit.Begin(product.BeginStreamed(outputsDone, outputCount, one.IsRepeated));
            isMultiplying = true;
        }

        /// <summary>Ends the outputs under way for an image, which goes on behind the layer with the last of them.</summary>
        private void EndImage()
        {
            network.Stages[stage].EndOutputs();
            HeldImage one = Images[image];
            NetworkLayer product = network.Layers[layer];
            NetworkLayer last = product;
            for (int joined = layer + 1; joined <= product.LastJoined; joined++)
            {
                last = network.Layers[joined];
                last.Change(outputs, 0, outputCount);
            }

            int positions = last.Height * last.Width;
            Array.Copy(outputs, 0, one.Maps[(stage + 1) & 1], outputsDone * positions, outputCount * positions);
            one.Bits += network.Stages[stage].Counts.Bits - bitsBefore;
            if (outputsDone + outputCount == product.Channels)
            {
                one.Unit = one.NextUnit;
                nextLayer = GoOn(one, stage + 1, product.LastJoined == 0 ? layer + 1 : product.LastJoined + 1);
            }

            image = image + 1 < Held ? image + 1 : 0;
            isMultiplying = false;
        }

        /// <summary>Ends the outputs under way, which all images have, and the layer with the last of them.</summary>
        /// <returns>What is wrong with the weights, or null.</returns>
        private string EndPart()
        {
            NetworkLayer product = network.Layers[layer];
            Intake.Use(outputCount * product.Shape.Taps);
            outputsDone += outputCount;
            if (outputsDone < product.Channels)
            {
                return null;
            }

            if (Intake.Maximum != product.Streamed.WeightMaximum)
            {
                Forget();
                return "The largest weight of a layer is not the announced one.";
            }

            stage++;
            layer = nextLayer;
            outputsDone = 0;
            Intake.BeginLayer();
            if (stage == network.Stages.Length)
            {
                IsComplete = true;
                hasWeights = true;
                weightSerial = Images[Held - 1].WeightSerial;
                network.Images += (uint)Held;
            }

            return null;
        }

        /// <summary>Takes an image through layers up to the next one that multiplies.</summary>
        /// <param name="one">The image.</param>
        /// <param name="stages">Layers that multiply which it is through.</param>
        /// <param name="first">The layer to begin with.</param>
        /// <returns>The layer that multiplies.</returns>
        private int GoOn(HeldImage one, int stages, int first)
        {
            int next = first;
            for (; next < network.Layers.Length && !network.Layers[next].IsProduct; next++)
            {
                network.Layers[next].Change(one.Maps[stages & 1], 0, network.Layers[next].Channels);
            }

            return next;
        }
    }
}
