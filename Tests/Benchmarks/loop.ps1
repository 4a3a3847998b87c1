for ($i = 0; $i -lt 1e7; $i++) { $s += $i }
