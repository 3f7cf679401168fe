namespace ScEdge.Costing.Claims;

/// <summary>
/// The claims of C. Lammie, J. K. Eshraghian, W. D. Lu, M. Rahimi Azghadi, "Memristive Stochastic Computing for Deep Learning
/// Parameter Optimization", IEEE TCAS-II 68(5), 2021, arXiv 2103.06506.
/// </summary>
/// <remarks>
/// As its abstract gives them. Data set, network, stream length, clock and what a unit includes are not given there; nothing
/// of them is attributed to the paper here.
/// </remarks>
internal static class PaperClaims
{
    /// <summary>Orders of magnitude by which its multiply-accumulate units are smaller.</summary>
    public const double MacSizeOrders = 5;

    /// <summary>Area of its architecture; um2.</summary>
    public const double AreaSquareMicrometres = 1.55e6;

    /// <summary>Power of its architecture; W.</summary>
    public const double PowerWatts = 167e-6;
}
