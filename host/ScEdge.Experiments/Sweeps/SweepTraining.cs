using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ScEdge.Experiments.Settings;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// One training of a sweep: a point from one seed.
/// </summary>
/// <param name="Point">The point.</param>
/// <param name="Request">Its settings, checked; without a seed and a folder.</param>
/// <param name="Seed">The seed.</param>
public sealed record SweepTraining(SweepPoint Point, TrainRequest Request, ulong Seed)
{
    private const int LongestName = 60;

    /// <summary>Gets what tells points apart whatever the plan calls them: a hash of all settings but the seeds, 12 hexadecimal digits.</summary>
    public string Identity { get; } = Hash(Request);

    /// <summary>Gets the name of the point's folder: its own settings, shortened, and its identity.</summary>
    public string FolderName
    {
        get
        {
            StringBuilder name = new();
            foreach (char letter in Point.Name)
            {
                name.Append(char.IsAsciiLetterOrDigit(letter) || letter is '=' or '.' ? letter : letter == ' ' ? "" : '-');
            }

            return $"{name.ToString()[..Math.Min(LongestName, name.Length)]}-{Identity}";
        }
    }

    /// <summary>Gets what the training is called.</summary>
    public string Name => $"{Point.Name}, seed {Seed}";

    /// <summary>Gets the name of the training's folder within that of its point.</summary>
    public string SeedName => $"seed-{Seed}";

    private static string Hash(TrainRequest request)
    {
        string settings = JsonSerializer.Serialize(request.Options with { Seeds = [] }, RunJson.Compact) + string.Join(' ', request.Nonidealities);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings)))[..12];
    }
}
