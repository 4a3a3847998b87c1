package import ShellObjects

/// The aliases of the default session, as PowerShell has them on Linux.
///
/// **Source:** PowerShell 7.6, recorded in `Tests/Conformance/facts/aliases.tsv`.
package enum BuiltinAliases {
  /// Names, the commands they stand for, and their options.
  package static let all: [(name: String, definition: String, options: ScopedItemOptions)] =
    plain.map { ($0.0, $0.1, []) } + readOnly.map { ($0.0, $0.1, .readOnly) }
    + allScope.map { ($0.0, $0.1, .allScope) } + fixed.map { ($0.0, $0.1, [.readOnly, .allScope]) }

  private static let plain: [(String, String)] = [
    ("chdir", "Set-Location"), ("cls", "Clear-Host"), ("erase", "Remove-Item"), ("etsn", "Enter-PSSession"),
    ("exsn", "Exit-PSSession"), ("fhx", "Format-Hex"), ("gcb", "Get-Clipboard"), ("gjb", "Get-Job"),
    ("gsn", "Get-PSSession"), ("gtz", "Get-TimeZone"), ("h", "Get-History"), ("history", "Get-History"),
    ("icm", "Invoke-Command"), ("nsn", "New-PSSession"), ("pwd", "Get-Location"), ("r", "Invoke-History"),
    ("rcjb", "Receive-Job"), ("rd", "Remove-Item"), ("ren", "Rename-Item"), ("rjb", "Remove-Job"),
    ("rsn", "Remove-PSSession"), ("sajb", "Start-Job"), ("scb", "Set-Clipboard"), ("set", "Set-Variable"),
    ("sls", "Select-String"), ("spjb", "Stop-Job"), ("type", "Get-Content"), ("wjb", "Wait-Job"),
  ]

  private static let readOnly: [(String, String)] = [
    ("clc", "Clear-Content"), ("clhy", "Clear-History"), ("cli", "Clear-Item"), ("clp", "Clear-ItemProperty"),
    ("clv", "Clear-Variable"), ("cpi", "Copy-Item"), ("cvpa", "Convert-Path"), ("dbp", "Disable-PSBreakpoint"),
    ("ebp", "Enable-PSBreakpoint"), ("epal", "Export-Alias"), ("epcsv", "Export-Csv"), ("fc", "Format-Custom"),
    ("fl", "Format-List"), ("ft", "Format-Table"), ("fw", "Format-Wide"), ("gal", "Get-Alias"),
    ("gbp", "Get-PSBreakpoint"), ("gc", "Get-Content"), ("gci", "Get-ChildItem"), ("gcm", "Get-Command"),
    ("gcs", "Get-PSCallStack"), ("gdr", "Get-PSDrive"), ("gerr", "Get-Error"), ("ghy", "Get-History"),
    ("gi", "Get-Item"), ("gl", "Get-Location"), ("gm", "Get-Member"), ("gmo", "Get-Module"),
    ("gp", "Get-ItemProperty"), ("gps", "Get-Process"), ("gpv", "Get-ItemPropertyValue"), ("group", "Group-Object"),
    ("gu", "Get-Unique"), ("gv", "Get-Variable"), ("iex", "Invoke-Expression"), ("ihy", "Invoke-History"),
    ("ii", "Invoke-Item"), ("ipal", "Import-Alias"), ("ipcsv", "Import-Csv"), ("ipmo", "Import-Module"),
    ("irm", "Invoke-RestMethod"), ("iwr", "Invoke-WebRequest"), ("measure", "Measure-Object"), ("mi", "Move-Item"),
    ("mp", "Move-ItemProperty"), ("nal", "New-Alias"), ("ndr", "New-PSDrive"), ("ni", "New-Item"),
    ("nmo", "New-Module"), ("nv", "New-Variable"), ("oh", "Out-Host"), ("rbp", "Remove-PSBreakpoint"),
    ("rcsn", "Receive-PSSession"), ("rdr", "Remove-PSDrive"), ("ri", "Remove-Item"), ("rmo", "Remove-Module"),
    ("rni", "Rename-Item"), ("rnp", "Rename-ItemProperty"), ("rp", "Remove-ItemProperty"),
    ("rv", "Remove-Variable"), ("rvpa", "Resolve-Path"), ("sal", "Set-Alias"), ("saps", "Start-Process"),
    ("sbp", "Set-PSBreakpoint"), ("si", "Set-Item"), ("sl", "Set-Location"), ("sp", "Set-ItemProperty"),
    ("spps", "Stop-Process"), ("sv", "Set-Variable"),
  ]

  private static let allScope: [(String, String)] = [
    ("cd", "Set-Location"), ("copy", "Copy-Item"), ("del", "Remove-Item"), ("dir", "Get-ChildItem"),
    ("echo", "Write-Output"), ("md", "mkdir"), ("move", "Move-Item"), ("popd", "Pop-Location"),
    ("pushd", "Push-Location"),
  ]

  private static let fixed: [(String, String)] = [
    ("%", "ForEach-Object"), ("?", "Where-Object"), ("foreach", "ForEach-Object"), ("select", "Select-Object"),
    ("where", "Where-Object"),
  ]
}
