namespace ScEdge.Device.Networks
{
    /// <summary>
    /// An image on its way through a network whose weights are streamed.
    /// </summary>
    public sealed class HeldImage
    {
        /// <summary>The maps, in turn inputs and outputs of a layer that multiplies.</summary>
        public readonly int[][] Maps = new int[2][];

        /// <summary>Serial number of the image.</summary>
        public uint Serial;

        /// <summary>Serial number of the weights' streams.</summary>
        public uint WeightSerial;

        /// <summary>Whether the weights' streams are those of the image before, hence not counted again.</summary>
        public bool IsRepeated;

        /// <summary>Exponent of the unit of the map that is read from, and that of the layer under way.</summary>
        public int Unit, NextUnit;

        /// <summary>Stream bits drawn so far.</summary>
        public long Bits;

        /// <summary>Makes room for an image.</summary>
        /// <param name="sizes">Numbers of the maps.</param>
        internal HeldImage(MapSizes sizes)
        {
            Maps[0] = new int[sizes.Even];
            Maps[1] = new int[sizes.Odd];
        }
    }
}
