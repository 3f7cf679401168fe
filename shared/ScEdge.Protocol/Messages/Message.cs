namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// The fields of a message, whose order on the line is declared once for both directions.
    /// </summary>
    public abstract class Message
    {
        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            Walk(writer);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Walk(reader);
            return !reader.HasFailed;
        }

        /// <summary>Passes over the fields in their order on the line, and takes what each call gives back.</summary>
        protected abstract void Walk(MessageFields fields);
    }
}
