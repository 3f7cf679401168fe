namespace ScEdge.Device.Platform
{
    /// <summary>
    /// Memory of a board that outlives a loss of power: one file that is replaced as a whole.
    /// </summary>
    public interface IBoardStorage
    {
        /// <summary>Returns the length of what is stored, 0 for nothing.</summary>
        int StoredLength();

        /// <summary>Reads a part of what is stored.</summary>
        /// <returns>Whether all of it was read.</returns>
        bool Read(int position, byte[] buffer, int offset, int count);

        /// <summary>Begins to write anew; what is stored stays until <see cref="Commit"/>.</summary>
        /// <returns>Whether there is room.</returns>
        bool Begin(int length);

        /// <summary>Appends bytes.</summary>
        /// <returns>Whether they were written.</returns>
        bool Append(byte[] buffer, int offset, int count);

        /// <summary>Puts what was written in the place of what was stored.</summary>
        /// <returns>Whether that was done; otherwise the old content stays.</returns>
        bool Commit();
    }
}
