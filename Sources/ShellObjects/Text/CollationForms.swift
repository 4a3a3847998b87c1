/// Forms of ASCII letters and digits: superscripts, Roman numerals, ligatures, circled digits and units.
///
/// **Source:** the Unicode Character Database, compatibility decompositions that are ASCII letters and digits only.
enum CollationForms {
  /// The letters that a character is a form of; nil where it is none.
  static func letters(_ scalar: Unicode.Scalar) -> String? {
    scalar.value < 0xA0 ? nil : table[scalar]
  }

  private static let table: [Unicode.Scalar: String] = entries.split { $0 == " " || $0 == "\n" }
    .reduce(into: [:]) { table, entry in
      let parts = entry.split(separator: "-")
      guard parts.count == 2, let value = UInt32(parts[0], radix: 16), let form = Unicode.Scalar(value) else { return }
      table[form] = String(parts[1])
    }

  /// A character in hexadecimal, then its letters.
  private static let entries = """
    AA-a B2-2 B3-3 B9-1 BA-o 132-IJ 133-ij 17F-s 1C7-LJ 1C8-Lj 1C9-lj 1CA-NJ 1CB-Nj 1CC-nj 1F1-DZ 1F2-Dz 1F3-dz
    2B0-h 2B2-j 2B3-r 2B7-w 2B8-y 2E1-l 2E2-s 2E3-x 1D2C-A 1D2E-B 1D30-D 1D31-E 1D33-G 1D34-H 1D35-I 1D36-J 1D37-K
    1D38-L 1D39-M 1D3A-N 1D3C-O 1D3E-P 1D3F-R 1D40-T 1D41-U 1D42-W 1D43-a 1D47-b 1D48-d 1D49-e 1D4D-g 1D4F-k 1D50-m
    1D52-o 1D56-p 1D57-t 1D58-u 1D5B-v 1D62-i 1D63-r 1D64-u 1D65-v 1D9C-c 1DA0-f 1DBB-z 2070-0 2071-i 2074-4 2075-5
    2076-6 2077-7 2078-8 2079-9 207F-n 2080-0 2081-1 2082-2 2083-3 2084-4 2085-5 2086-6 2087-7 2088-8 2089-9 2090-a
    2091-e 2092-o 2093-x 2095-h 2096-k 2097-l 2098-m 2099-n 209A-p 209B-s 209C-t 20A8-Rs 2102-C 210A-g 210B-H 210C-H
    210D-H 210E-h 2110-I 2111-I 2112-L 2113-l 2115-N 2116-No 2119-P 211A-Q 211B-R 211C-R 211D-R 2120-SM 2121-TEL
    2122-TM 2124-Z 2128-Z 212C-B 212D-C 212F-e 2130-E 2131-F 2133-M 2134-o 2139-i 213B-FAX 2145-D 2146-d 2147-e
    2148-i 2149-j 2160-I 2161-II 2162-III 2163-IV 2164-V 2165-VI 2166-VII 2167-VIII 2168-IX 2169-X 216A-XI 216B-XII
    216C-L 216D-C 216E-D 216F-M 2170-i 2171-ii 2172-iii 2173-iv 2174-v 2175-vi 2176-vii 2177-viii 2178-ix 2179-x
    217A-xi 217B-xii 217C-l 217D-c 217E-d 217F-m 2460-1 2461-2 2462-3 2463-4 2464-5 2465-6 2466-7 2467-8 2468-9
    2469-10 246A-11 246B-12 246C-13 246D-14 246E-15 246F-16 2470-17 2471-18 2472-19 2473-20 24B6-A 24B7-B 24B8-C
    24B9-D 24BA-E 24BB-F 24BC-G 24BD-H 24BE-I 24BF-J 24C0-K 24C1-L 24C2-M 24C3-N 24C4-O 24C5-P 24C6-Q 24C7-R 24C8-S
    24C9-T 24CA-U 24CB-V 24CC-W 24CD-X 24CE-Y 24CF-Z 24D0-a 24D1-b 24D2-c 24D3-d 24D4-e 24D5-f 24D6-g 24D7-h 24D8-i
    24D9-j 24DA-k 24DB-l 24DC-m 24DD-n 24DE-o 24DF-p 24E0-q 24E1-r 24E2-s 24E3-t 24E4-u 24E5-v 24E6-w 24E7-x 24E8-y
    24E9-z 24EA-0 2C7C-j 2C7D-V 3250-PTE 3251-21 3252-22 3253-23 3254-24 3255-25 3256-26 3257-27 3258-28 3259-29
    325A-30 325B-31 325C-32 325D-33 325E-34 325F-35 32B1-36 32B2-37 32B3-38 32B4-39 32B5-40 32B6-41 32B7-42 32B8-43
    32B9-44 32BA-45 32BB-46 32BC-47 32BD-48 32BE-49 32BF-50 32CC-Hg 32CD-erg 32CE-eV 32CF-LTD 3371-hPa 3372-da
    3373-AU 3374-bar 3375-oV 3376-pc 3377-dm 3378-dm2 3379-dm3 337A-IU 3380-pA 3381-nA 3383-mA 3384-kA 3385-KB
    3386-MB 3387-GB 3388-cal 3389-kcal 338A-pF 338B-nF 338E-mg 338F-kg 3390-Hz 3391-kHz 3392-MHz 3393-GHz 3394-THz
    3396-ml 3397-dl 3398-kl 3399-fm 339A-nm 339C-mm 339D-cm 339E-km 339F-mm2 33A0-cm2 33A1-m2 33A2-km2 33A3-mm3
    33A4-cm3 33A5-m3 33A6-km3 33A9-Pa 33AA-kPa 33AB-MPa 33AC-GPa 33AD-rad 33B0-ps 33B1-ns 33B3-ms 33B4-pV 33B5-nV
    33B7-mV 33B8-kV 33B9-MV 33BA-pW 33BB-nW 33BD-mW 33BE-kW 33BF-MW 33C3-Bq 33C4-cc 33C5-cd 33C8-dB 33C9-Gy 33CA-ha
    33CB-HP 33CC-in 33CD-KK 33CE-KM 33CF-kt 33D0-lm 33D1-ln 33D2-log 33D3-lx 33D4-mb 33D5-mil 33D6-mol 33D7-PH
    33D9-PPM 33DA-PR 33DB-sr 33DC-Sv 33DD-Wb 33FF-gal A7F2-C A7F3-F A7F4-Q FB00-ff FB01-fi FB02-fl FB03-ffi FB04-ffl
    FB05-st FB06-st
    """
}
