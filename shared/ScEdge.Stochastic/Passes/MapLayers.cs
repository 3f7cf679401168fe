namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// What happens to counts between two product layers: scale and bias, rectifier and maximum pooling, on integers.
    /// </summary>
    public static class MapLayers
    {
        /// <summary>Turns counts into sums in place: times what a one is worth, plus the bias.</summary>
        /// <param name="map">Counts of products with their signs.</param>
        /// <param name="offset">The first.</param>
        /// <param name="count">How many.</param>
        /// <param name="factor">Steps of the sum that a one is worth, see <see cref="SumUnit.Factor"/>.</param>
        /// <param name="bias">Bias in steps of the sum.</param>
        public static void Scale(int[] map, int offset, int count, int factor, int bias)
        {
            for (int i = offset; i < offset + count; i++)
            {
                map[i] = (map[i] * factor) + bias;
            }
        }

        /// <summary>Rectifies a map in place: negative counts become zero.</summary>
        public static void Rectify(int[] map)
        {
            Rectify(map, 0, map.Length);
        }

        /// <summary>Rectifies numbers of a map in place.</summary>
        /// <param name="map">The map.</param>
        /// <param name="offset">The first.</param>
        /// <param name="count">How many.</param>
        public static void Rectify(int[] map, int offset, int count)
        {
            for (int i = offset; i < offset + count; i++)
            {
                if (map[i] < 0)
                {
                    map[i] = 0;
                }
            }
        }

        /// <summary>Passes errors back through the rectifier: those whose output is zero vanish.</summary>
        /// <param name="outputs">The rectified map.</param>
        /// <param name="errors">Errors of the outputs, which become those of the inputs.</param>
        public static void RectifyErrors(int[] outputs, int[] errors)
        {
            for (int i = 0; i < errors.Length; i++)
            {
                if (outputs[i] <= 0)
                {
                    errors[i] = 0;
                }
            }
        }

        /// <summary>Takes the largest of each 2 x 2 counts; an odd last row or column is left out.</summary>
        /// <param name="inputs">Map [channel][row][column].</param>
        /// <param name="channels">Channels.</param>
        /// <param name="height">Rows of the input.</param>
        /// <param name="width">Columns of the input.</param>
        /// <param name="outputs">Receives the maxima.</param>
        /// <param name="winners">Receives the place of each maximum in the input, the first of equal ones row by row.</param>
        public static void Pool(int[] inputs, int channels, int height, int width, int[] outputs, int[] winners)
        {
            int place = 0;
            for (int channel = 0; channel < channels; channel++)
            {
                for (int y = 0; y + 1 < height; y += 2)
                {
                    for (int x = 0; x + 1 < width; x += 2)
                    {
                        int first = (((channel * height) + y) * width) + x;
                        int winner = first;
                        winner = inputs[first + 1] > inputs[winner] ? first + 1 : winner;
                        winner = inputs[first + width] > inputs[winner] ? first + width : winner;
                        winner = inputs[first + width + 1] > inputs[winner] ? first + width + 1 : winner;
                        outputs[place] = inputs[winner];
                        winners[place] = winner;
                        place++;
                    }
                }
            }
        }

        /// <summary>Takes the largest of each 2 x 2 counts and puts them in front of themselves.</summary>
        /// <param name="map">Map [channel][row][column]; a maximum is put no later than where it was found.</param>
        /// <param name="offset">Where the channels begin, and the maxima too.</param>
        /// <param name="channels">Channels.</param>
        /// <param name="height">Rows of the input; an odd last one is left out.</param>
        /// <param name="width">Columns of the input, likewise.</param>
        public static void PoolInPlace(int[] map, int offset, int channels, int height, int width)
        {
            int place = offset;
            for (int channel = 0; channel < channels; channel++)
            {
                for (int y = 0; y + 1 < height; y += 2)
                {
                    int first = offset + (((channel * height) + y) * width);
                    for (int x = 0; x + 1 < width; x += 2)
                    {
                        int largest = map[first];
                        largest = map[first + 1] > largest ? map[first + 1] : largest;
                        largest = map[first + width] > largest ? map[first + width] : largest;
                        largest = map[first + width + 1] > largest ? map[first + width + 1] : largest;
                        map[place] = largest;
                        place++;
                        first += 2;
                    }
                }
            }
        }

        /// <summary>Passes errors back through the pooling: each goes to the place of its maximum.</summary>
        /// <param name="errors">Errors of the maxima.</param>
        /// <param name="winners">Places of the maxima.</param>
        /// <param name="inputErrors">Receives the errors of the input.</param>
        public static void PoolErrors(int[] errors, int[] winners, int[] inputErrors)
        {
            for (int i = 0; i < inputErrors.Length; i++)
            {
                inputErrors[i] = 0;
            }

            for (int i = 0; i < winners.Length; i++)
            {
                inputErrors[winners[i]] = errors[i];
            }
        }

        /// <summary>Returns the largest magnitude of a map.</summary>
        public static uint Maximum(int[] map)
        {
            return MaximumOf(map, map.Length);
        }

        /// <summary>Returns the largest magnitude of the first numbers of a map.</summary>
        public static uint MaximumOf(int[] map, int count)
        {
            uint maximum = 0;
            for (int i = 0; i < count; i++)
            {
                uint magnitude = (uint)(map[i] < 0 ? -map[i] : map[i]);
                maximum = magnitude > maximum ? magnitude : maximum;
            }

            return maximum;
        }
    }
}
