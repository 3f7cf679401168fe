using System;

namespace ScEdge.Page.Connections;

/// <summary>The server cannot do what was asked for; the message is a sentence for the user.</summary>
public sealed class ServerRefusalException : Exception
{
    /// <summary>Makes one without a sentence.</summary>
    public ServerRefusalException()
    {
    }

    /// <summary>Makes one with the server's sentence.</summary>
    public ServerRefusalException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a sentence and a cause.</summary>
    public ServerRefusalException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
