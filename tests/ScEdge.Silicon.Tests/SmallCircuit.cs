using ScEdge.Silicon.Netlists;

namespace ScEdge.Silicon.Tests;

/// <summary>A flip-flop that an inverter in a module of its own turns over at every clock, and a NAND that watches it.</summary>
internal static class SmallCircuit
{
    /// <summary>As Yosys writes it.</summary>
    public const string Json = """
        {"modules": {
          "INV": {"attributes": {"blackbox": "1"}, "ports": {}, "cells": {}, "netnames": {}},
          "$paramod\\turn\\W=1": {
            "attributes": {},
            "ports": {"i": {"direction": "input", "bits": [2]}, "o": {"direction": "output", "bits": [3]},
              "through": {"direction": "output", "bits": [2]}},
            "cells": {"u": {"type": "INV", "connections": {"A": [2], "Y": [3]}}},
            "netnames": {"i": {"bits": [2]}, "o": {"bits": [3]}, "through": {"bits": [2]}}},
          "top": {
            "attributes": {},
            "ports": {"clk": {"direction": "input", "bits": [2]}, "a": {"direction": "input", "bits": [3]},
              "z": {"direction": "output", "bits": [4]}},
            "cells": {
              "ff": {"type": "DFF", "connections": {"D": [5], "CK": [2], "Q": [6]}},
              "g": {"type": "NAND", "connections": {"A": [3], "B": [7], "Y": [4]}},
              "sub": {"type": "$paramod\\turn\\W=1", "connections": {"i": [6], "o": [5], "through": [7]}}},
            "netnames": {
              "clk": {"bits": [2]}, "a": {"bits": [3]},
              "z": {"bits": [4]}, "n": {"bits": [5]}, "q": {"bits": [6]}, "again": {"bits": [7]}}}}}
        """;

    /// <summary>Gets the circuit.</summary>
    public static Circuit Circuit { get; } = CircuitReader.Read(Json, "top", SmallLibrary.Library, "small.json");
}
