function Add([int] $a, [int] $b) { $a + $b }
for ($i = 0; $i -lt 1000000; $i++) { $null = Add $i 2 }
