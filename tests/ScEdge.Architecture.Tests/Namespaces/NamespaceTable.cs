using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Architecture.Tests.Namespaces;

/// <summary>
/// The allowed directions between the folders of each project, all of them. A row names a folder and those of the same
/// project that its types may name; it may only name folders above it, so the order is that of the layers, from the ground up.
/// </summary>
internal static class NamespaceTable
{
    /// <summary>Stands for the files beside the project file.</summary>
    public const string Root = ".";

    public static NamespaceRow[] Rows { get; } =
    [
        .. Layers("Stochastic", """
            Serialization
            Streams
            Sources        Streams
            Cbram          Serialization Streams Sources
            Operators      Streams Sources
            Metrics        Streams Operators
            Optimizers     Serialization Streams Sources Cbram Operators
            Passes         Serialization Streams Sources Cbram
            Passes.Rounding        Sources Cbram Passes
            Optimizers.Sequences   Streams Operators Cbram Optimizers Passes
            """),
        .. Layers("Protocol", """
            Framing
            Links
            Messages                Framing
            Messages.Capabilities   Messages
            Messages.Cells          Messages
            Messages.Configuration  Messages
            Messages.Networks       Messages
            Messages.Service        Messages Messages.Capabilities
            Messages.State          Messages
            Messages.Steps          Messages
            Messages.Tiles          Messages
            Sessions                Framing Links
            """),
        .. Layers("Entropy", """
            Cells
            Calibration  Cells
            Sources      Cells Calibration
            Health       Sources
            Monitoring   Sources Health
            """),
        .. Layers("Device", """
            Configurations
            Networks        Configurations
            Platform
            Cells           Platform
            Tiles           Configurations
            States          Configurations Networks Platform
            Service         Configurations States
            Steps           Configurations States
            Requests        Configurations Networks Platform Cells Tiles States Service Steps
            .               Networks Platform Cells States Service Requests
            """),
        .. Layers("Firmware", """
            Boards
            Adapters  Boards
            FrontEnd  Boards
            Parts     Boards Adapters FrontEnd
            .         Boards Parts
            """),
        .. Layers("Emulator", """
            Cells
            Clocks
            Entropy
            Line
            Line.Terminals
            Storage
            Line.Faults     Line
            Boards          Cells Entropy Line Storage Line.Faults
            """),
        .. Layers("Files", """
            Locks
            Parquet
            Reading
            Writing
            """),
        .. Layers("Kernels", """
            .
            Threading
            Layers             .
            Stochastic.Packed  .
            Stochastic         . Stochastic.Packed
            FixedPoint         Stochastic
            Passes             .
            Passes.Levels      . Passes
            Passes.Rounding    . Passes Stochastic
            """),
        .. Layers("Cbram", """
            Laws
            .           Laws
            Cells       . Laws
            Fitting     . Laws
            Presets     . Laws
            """),
        .. Layers("Costing", """
            Quantities
            Workloads
            Libraries     Quantities
            Cells         Quantities
            Architecture  Quantities Libraries Cells
            Pricing       Quantities Libraries Cells Architecture
            Ledgers       Quantities Libraries Cells Architecture Pricing
            Comparison    Libraries Cells Architecture Pricing
            Baselines     Libraries Cells Architecture Pricing
            Uncertainty   Quantities Libraries Cells Architecture Pricing Comparison Baselines
            Arrays        Quantities Workloads Libraries Cells Architecture Pricing Uncertainty
            Solving       Workloads Libraries Cells Architecture Pricing
            Claims        Quantities Workloads Libraries Cells Architecture Pricing Comparison Uncertainty Arrays
            """),
        .. Layers("Link", """
            Addresses
            Catalog
            Keys
            Links
            Reconnecting  Links
            Serial        Links
            Tcp           Addresses Keys Links
            Watching      Addresses Links Serial
            .             Addresses Catalog Keys Links Reconnecting Serial Tcp Watching
            """),
        .. Layers("Training", """
            Artifacts
            Data
            Networks                 Data
            Optimization             Artifacts Networks
            Optimization.FixedPoint  Optimization
            Passes.Layers
            Passes                   Artifacts Data Networks Optimization Passes.Layers
            Runs                     Artifacts Data Networks Optimization Optimization.FixedPoint Passes Passes.Layers
            """),
        .. Layers("Silicon", """
            Liberty
            Waveforms
            Vectors
            Netlists      Liberty
            Timing        Liberty Netlists
            Power         Liberty Waveforms Netlists Timing
            Tools         Liberty
            Spice         Tools
            Characterisation  Liberty Spice
            Blocks        Liberty Waveforms Vectors Netlists Timing Power Tools
            """),
        .. Layers("Boards", """
            Connections
            .            Connections
            Reading      Connections .
            Training     Connections .
            """),
        .. Layers("Reporting", """
            Markup
            Model
            Styles
            Statistics          Model
            Charts              Markup Model
            Figures             Markup Styles Charts
            Pages               Markup Model Styles Statistics Charts Figures
            Pages.Reproduction  Markup Model Charts Figures Pages
            Pages.Sweeps        Markup Model Charts Figures Pages
            Fragments           Markup Model Statistics Charts Figures Pages
            .                   Markup Model Pages Pages.Reproduction Pages.Sweeps
            """),
        .. Layers("Experiments", """
            Composition
            Quantities
            Settings
            Evaluation    Composition Settings
            Results       Composition Settings
            Reports       Composition Quantities Settings Results
            Runs          Composition Settings Results Reports
            Reproduction  Composition Quantities Settings Results Runs
            Search
            Sweeps        Composition Settings Results Runs Search
            Comparisons   Composition Results Runs
            Progress      Composition Reports Runs
            Figures       Quantities Results Runs Reproduction Comparisons Progress
            Slurm         Results Sweeps
            """),
        .. Layers("Cli", """
            Completions
            Output
            Parsing
            Benchmarks   Output
            Configuration  Parsing
            Emulation    Output Parsing
            Flashing     Parsing
            Views        Output
            Manuals      Output
            Boards       Completions Output Parsing Emulation
            Calibration  Parsing Boards
            Pictures
            Classification  Output Boards Pictures
            Settings     Parsing Boards
            Tables       Output Calibration Settings
            Serving      Output Settings
            Monitoring   Output Boards Tables
            Sessions     Output Parsing Views Boards Settings Tables
            """ + "\n"
            + "Commands Completions Output Parsing Manuals Benchmarks Configuration Emulation Flashing Boards Calibration Classification "
            + "Settings Tables Serving Monitoring Sessions\n"
            + ". Output Parsing Configuration Commands"),
        .. Layers("Playground", """
            Streams
            Networks
            Vectors  Networks
            Drawing  Networks
            Boards   Networks
            .        Streams Networks Vectors Drawing Boards
            """),
        .. Layers("Page", """
            Addresses
            Contracts
            Connections  Contracts
            Views        Addresses Connections Contracts
            .            Addresses Contracts Connections Views
            """),
        .. Layers("Serve", """
            Commands
            Files
            Hosting
            Runs       Commands Hosting
            Boards     Commands Hosting Runs
            Costs      Runs
            Drawings   Commands Runs Boards
            Endpoints  Hosting Runs Boards Costs Drawings
            .          Commands Files Hosting Runs Boards Drawings Endpoints
            """),
    ];

    private static IEnumerable<NamespaceRow> Layers(string project, string rows) =>
        from row in rows.Split('\n')
        let words = row.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select new NamespaceRow("ScEdge." + project, words[0], words[1..]);
}
