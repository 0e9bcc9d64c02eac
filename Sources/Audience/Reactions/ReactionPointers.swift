/// The reaction tables' memory, for loops that cannot afford a bounds check a view.
///
/// Whoever asks keeps the sums within the tables: a `Taste` clamps its appeal and its odds so that
/// no habit and no distance leads out of them.
struct ReactionPointers {
  let chances: UnsafePointer<UInt32>
  let watchings: UnsafePointer<ReactionTables.Watching>
  /// A viewer's own habit by 256 equal shares of people, in 1/1,024.
  let habit: UnsafePointer<Int32>
  /// What a stay is multiplied by, by 256 equal shares of stays, in 1/2¹⁶.
  let stayNoise: UnsafePointer<UInt32>
  let logMantissa: UnsafePointer<UInt32>
  let stayOdds: Int32

  /// The chance, in 1/2³², of something with these log-odds, in 1/1,024.
  @inline(__always)
  func chance(_ odds: Int32) -> UInt64 {
    UInt64(chances[Int((odds &- ReactionTables.lowestOdds) >> 3)])
  }

  /// The chance, in 1/2³², that somebody so pleased stays.
  @inline(__always)
  func stay(_ pleasure: Int32) -> UInt64 { chance(pleasure &+ stayOdds) }

  /// How somebody so pleased watches.
  @inline(__always)
  func watching(_ pleasure: Int32) -> ReactionTables.Watching {
    watchings[Int((pleasure &- ReactionTables.lowest) >> 3)]
  }

  /// How much pleasure is lost at a place this far from the core, in 1/1,024: |ln 0.82| for every
  /// ten times beyond the first 200.
  @inline(__always)
  func loss(at place: UInt64) -> Int32 {
    let far = max(place, 200)
    let zeros = UInt64(truncatingIfNeeded: far.leadingZeroBitCount)
    let mantissa = Int((far &<< zeros) >> 55 & 0xff)
    let log = Int((63 &- zeros) << 16) &+ Int(logMantissa[mantissa])
    // log₂ 200 = 7.64386 = 500,948 ÷ 2¹⁶; |ln 0.82| · log₁₀ 2 · 1,024 = 61.17 = 3,915 ÷ 64
    return Int32(truncatingIfNeeded: max(0, ((log &- 500_948) &* 3_915) >> 22))
  }
}

extension ReactionTables {
  /// Lends the tables' memory for the time of a call.
  @inline(__always)
  func withPointers<Result>(_ body: (ReactionPointers) -> Result) -> Result {
    chance.withUnsafeBufferPointer { chance in
      watching.withUnsafeBufferPointer { watching in
        habit.withUnsafeBufferPointer { habit in
          stayNoise.withUnsafeBufferPointer { noise in
            logMantissa.withUnsafeBufferPointer { mantissa in
              guard let chances = chance.baseAddress, let watchings = watching.baseAddress,
                let habit = habit.baseAddress, let noise = noise.baseAddress,
                let mantissa = mantissa.baseAddress
              else { preconditionFailure("the tables are never empty") }
              return body(
                ReactionPointers(
                  chances: chances, watchings: watchings, habit: habit, stayNoise: noise,
                  logMantissa: mantissa, stayOdds: stayOdds))
            }
          }
        }
      }
    }
  }
}
