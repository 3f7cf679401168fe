using System;

namespace ScEdge.Stochastic.Streams
{
    /// <summary>
    /// The rules under which streams may meet in one gate.
    /// </summary>
    internal static class StreamAgreement
    {
        /// <summary>Requires an encoding.</summary>
        internal static void RequireEncoding(Bitstream stream, StreamEncoding encoding)
        {
            if (stream.Encoding != encoding)
            {
                throw new ArgumentException(
                    "This operator takes a stream in " + Name(encoding) + " encoding, but was given "
                    + Name(stream.Encoding) + "; encode the number anew.");
            }
        }

        /// <summary>Requires the scale 2^0, where the operator's formula is not linear in its operand.</summary>
        internal static void RequireUnitScale(Bitstream stream)
        {
            RequireScale(stream, 0);
        }

        /// <summary>Requires a scale.</summary>
        internal static void RequireScale(Bitstream stream, int scaleExponent)
        {
            if (stream.ScaleExponent != scaleExponent)
            {
                throw new ArgumentException(
                    "This operator takes a stream of scale 2^" + scaleExponent.ToString() + " here, but was given 2^"
                    + stream.ScaleExponent.ToString() + "; bring it to that scale first.");
            }
        }

        /// <summary>Requires equal lengths.</summary>
        internal static void RequireSameLength(Bitstream a, Bitstream b)
        {
            if (a.Length != b.Length)
            {
                throw new ArgumentException(
                    "Streams of " + a.Length.ToString() + " and " + b.Length.ToString()
                    + " bits cannot meet in one gate; generate them with the same length.");
            }
        }

        /// <summary>Requires equal lengths, encodings, scales and signs: operands of a sum or a difference.</summary>
        internal static void RequireSameKind(Bitstream a, Bitstream b)
        {
            RequireSameLength(a, b);
            RequireEncoding(b, a.Encoding);
            RequireScale(b, a.ScaleExponent);
            if (a.IsNegative != b.IsNegative)
            {
                throw new ArgumentException(
                    "Sign-magnitude streams of opposite sign cannot meet in this operator; count them apart and subtract.");
            }
        }

        /// <summary>Requires that all streams of an array are of one kind.</summary>
        /// <returns>The first of them.</returns>
        internal static Bitstream RequireSameKind(Bitstream[] streams)
        {
            if (streams.Length == 0)
            {
                throw new ArgumentException("An operator needs at least one input stream.");
            }

            for (int i = 1; i < streams.Length; i++)
            {
                RequireSameKind(streams[0], streams[i]);
            }

            return streams[0];
        }

        private static string Name(StreamEncoding encoding)
        {
            switch (encoding)
            {
                case StreamEncoding.Unipolar:
                    return "unipolar";
                case StreamEncoding.Bipolar:
                    return "bipolar";
                default:
                    return "sign-magnitude";
            }
        }
    }
}
