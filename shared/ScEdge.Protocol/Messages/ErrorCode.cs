namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// Why a request was not carried out.
    /// </summary>
    public enum ErrorCode
    {
        /// <summary>No error.</summary>
        None = 0,

        /// <summary>The board does not know the request; its firmware may be older than the host.</summary>
        UnknownMessage = 1,

        /// <summary>The request is shorter than its fields, or a field holds an impossible value.</summary>
        Malformed = 2,

        /// <summary>No protocol version is spoken by both ends.</summary>
        UnsupportedVersion = 3,

        /// <summary>There is no configuration in force that the request could use.</summary>
        NotConfigured = 4,

        /// <summary>A setting of the configuration cannot be used; the words say which.</summary>
        UnusableSetting = 5,

        /// <summary>The request does not fit in memory; details: bytes needed, bytes available. Nothing was changed.</summary>
        OutOfMemory = 6,

        /// <summary>The request does not belong here: the one before it is missing.</summary>
        WrongState = 7,

        /// <summary>Data begins beyond what has arrived; details: where it began, where it should.</summary>
        OutOfOrder = 8,

        /// <summary>Data or an index goes beyond its end; details: the value, the limit.</summary>
        OutOfRange = 9,

        /// <summary>The image is not the one that was announced; details: announced and actual CRC-32. The old one stays.</summary>
        CheckMismatch = 10,

        /// <summary>The board has no storage, or it failed.</summary>
        NoStorage = 11,

        /// <summary>There is no whole checkpoint in the storage.</summary>
        NoCheckpoint = 12,

        /// <summary>The board does not have what was asked for.</summary>
        NotAvailable = 13,
    }
}
