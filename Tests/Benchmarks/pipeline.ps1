$null = 1..1000000 | Where-Object { $_ % 2 } | ForEach-Object { $_ * 2 }
