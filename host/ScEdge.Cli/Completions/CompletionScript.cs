using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Cli.Completions;

/// <summary>
/// The scripts that connect shells with the program's own suggestions.
/// </summary>
/// <remarks>
/// System.CommandLine answers <c>scedge "[suggest:POSITION]" "LINE"</c> with what may stand at the cursor, a line each. So
/// a script need not know commands and options and stays valid when they change. Where nothing is suggested the shells
/// complete file names. The first word is given as scedge, whatever path the user typed. Windows spellings of --help
/// (/h, /?) are left out.
/// </remarks>
internal static class CompletionScript
{
    private const string Bash = """
        # Completion of scedge for bash: source <(scedge completions bash)
        _scedge() {
            local program=${COMP_WORDS[0]} current=$2
            local line="scedge${COMP_LINE:${#program}:COMP_POINT-${#program}}"
            # The value behind --option=; bash takes the sign for a word of its own.
            if [[ $line =~ ^(.*[[:space:]]--[a-z-]+)=([^[:space:]]*)$ ]]; then
                line="${BASH_REMATCH[1]} ${BASH_REMATCH[2]}"
                current=${BASH_REMATCH[2]}
            fi
            COMPREPLY=()
            local candidate
            while IFS= read -r candidate; do
                candidate=${candidate%$'\r'}
                if [[ $candidate == "$current"* && $candidate != /[h?] ]]; then
                    COMPREPLY+=("$candidate")
                fi
            done < <("${program/#\~/$HOME}" "[suggest:${#line}]" "$line" 2>/dev/null)
        }
        complete -o default -F _scedge scedge

        """;

    private const string Zsh = """
        #compdef scedge
        # Completion of scedge for zsh: source <(scedge completions zsh), behind compinit
        _scedge() {
            local line="scedge${LBUFFER#*${words[1]}}"
            local -a candidates
            candidates=(${(f)"$(${~words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)"})
            candidates=(${candidates:#/[h?]})
            compadd -a candidates || _files
        }
        compdef _scedge scedge
        # Loaded from $fpath, this file is the function itself when it first runs.
        if [[ ${funcstack[1]} == _scedge ]]; then
            _scedge "$@"
        fi

        """;

    private const string Fish = """
        # Completion of scedge for fish: scedge completions fish > ~/.config/fish/completions/scedge.fish
        function __scedge_suggest
            set -l line (commandline --cut-at-cursor)
            set -l program (commandline --tokenize --cut-at-cursor)[1]
            set line (string replace -- "$program" scedge "$line")
            set -l found (scedge "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match --invert --regex -- '^/[h?]$')
            if set --query found[1]
                printf '%s\n' $found
            else
                __fish_complete_path (commandline --current-token --cut-at-cursor)
            end
        end
        complete --command scedge --no-files --arguments '(__scedge_suggest)'

        """;

    private const string PowerShell = """
        # Completion of scedge for PowerShell: scedge completions pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName scedge -ScriptBlock {
            param($word, $commandAst, $cursor)
            $program = $commandAst.CommandElements[0].Extent.Text
            $typed = $commandAst.ToString()
            $typed = $typed.PadRight([Math]::Max(0, $cursor - $commandAst.Extent.StartOffset))
            $line = 'scedge' + $typed.Substring($program.Length)
            & $program "[suggest:$($line.Length)]" $line 2>$null |
                Where-Object { $_ -like "$word*" -and $_ -notmatch '^/[h?]$' } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = Bash,
        ["zsh"] = Zsh,
        ["fish"] = Fish,
        ["pwsh"] = PowerShell,
    };

    /// <summary>Gets the names of the shells.</summary>
    public static IReadOnlyList<string> Shells { get; } = [.. Scripts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Returns the script of a shell; its lines end with a line feed.</summary>
    public static string For(string shell) => Scripts[shell];
}
