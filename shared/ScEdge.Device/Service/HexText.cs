namespace ScEdge.Device.Service
{
    /// <summary>
    /// Numbers in hexadecimal digits.
    /// </summary>
    internal static class HexText
    {
        private const string Digits = "0123456789ABCDEF";

        /// <summary>Writes a number in eight digits.</summary>
        public static string Of(uint value)
        {
            char[] text = new char[8];
            for (int i = 0; i < 8; i++)
            {
                text[i] = Digits[(int)(value >> (28 - (4 * i))) & 15];
            }

            return new string(text);
        }
    }
}
