using System;

namespace ScEdge.Device.Tests;

/// <summary>A session ended before a request was answered.</summary>
internal sealed class SessionEndedException : Exception;
