namespace ScEdge.Protocol.Messages.Networks
{
    /// <summary>
    /// The network in force: the answer to ApplyNetwork and GetNetwork.
    /// </summary>
    public sealed class NetworkResponse : Message
    {
        /// <summary>CRC-32 of the payloads of the requests that made the network, without their numbers.</summary>
        public uint Check;

        /// <summary>Memory that it takes beside the registers; bytes.</summary>
        public uint NeededBytes;

        /// <summary>Memory that is left; bytes.</summary>
        public uint FreeBytes;

        /// <summary>Channels, rows and columns of an image.</summary>
        public int Channels, Height, Width;

        /// <summary>Multiplications of an image.</summary>
        public uint Products;

        /// <summary>Classes.</summary>
        public int Classes;

        /// <summary>Layers that multiply.</summary>
        public int ProductLayers;

        /// <summary>Bits of a stream.</summary>
        public int Length;

        /// <summary>
        /// Where the bits come from: 0 cells of their own, 1 cells that share a sequence, 2 LFSR, 3 Sobol, 4 ramp, 5 a generator for every number.
        /// </summary>
        public int Source;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Check = fields.UInt32(Check);
            NeededBytes = fields.UInt32(NeededBytes);
            FreeBytes = fields.UInt32(FreeBytes);
            Channels = fields.UInt16(Channels);
            Height = fields.UInt16(Height);
            Width = fields.UInt16(Width);
            Products = fields.UInt32(Products);
            Classes = fields.Byte(Classes);
            ProductLayers = fields.Byte(ProductLayers);
            Length = fields.UInt16(Length);
            Source = fields.Byte(Source);
        }
    }
}
