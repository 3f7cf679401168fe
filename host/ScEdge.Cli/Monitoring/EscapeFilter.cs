namespace ScEdge.Cli.Monitoring;

/// <summary>
/// Tells letters from the control sequences of a terminal, such as colours of another program, and from control characters.
/// </summary>
/// <remarks>ECMA-48 (1991), 5.4: a control sequence ends with a byte from 0x40 to 0x7E, a string with BEL or ESC \.</remarks>
internal sealed class EscapeFilter
{
    private const char Escape = '\e';
    private const char Bell = '\a';

    private Place _place = Place.Text;

    /// <summary>Takes the next letter; whether it is text.</summary>
    public bool IsText(char letter)
    {
        bool isText = _place == Place.Text && !char.IsControl(letter);
        _place = (_place, letter) switch
        {
            (_, Escape) => Place.Introduced,
            (Place.Introduced, '[') => Place.Sequence,
            (Place.Introduced, ']' or 'P' or '_' or '^' or 'X') => Place.String,

            // Intermediate bytes, as of ESC ( B; any other letter ends what ESC began.
            (Place.Introduced, >= ' ' and <= '/') => Place.Introduced,
            (Place.Sequence, >= '@' and <= '~') => Place.Text,
            (Place.Sequence, >= ' ' and < '@') => Place.Sequence,
            (Place.String, not Bell and not '\n') => Place.String,
            _ => Place.Text,
        };
        return isText;
    }

    private enum Place
    {
        Text,
        Introduced,
        Sequence,
        String,
    }
}
