/// The functions of the default session, as script text; the engine parses one when it is first called.
package enum BuiltinFunctions {
  package static let all: [(name: String, body: String)] = [
    ("Clear-Host", "[Console]::Write(\"`e[H`e[2J`e[3J\")"),
    ("cd..", "Set-Location .."),
    ("cd\\", "Set-Location \\"),
    ("cd~", "Set-Location ~"),
    (
      "help",
      """
      [CmdletBinding()]
      param([Parameter(Position = 0, ValueFromPipelineByPropertyName)] [string] $Name, [string[]] $Parameter,
          [switch] $Detailed, [switch] $Full, [switch] $Examples)
      Get-Help @PSBoundParameters
      """
    ),
    (
      "oss",
      """
      [CmdletBinding()]
      param([ValidateRange(2, 2147483647)] [int] $Width, [Parameter(ValueFromPipeline)] [psobject] $InputObject)
      begin { $all = [System.Collections.ArrayList]::new() }
      process { $null = $all.Add($InputObject) }
      end { if ($Width) { $all | Out-String -Stream -Width $Width } else { $all | Out-String -Stream } }
      """
    ),
    ("Pause", "$null = Read-Host 'Press Enter to continue...'"),
    ("prompt", "\"PS $($ExecutionContext.SessionState.Path.CurrentLocation)$('>' * ($NestedPromptLevel + 1)) \""),
  ]
}
