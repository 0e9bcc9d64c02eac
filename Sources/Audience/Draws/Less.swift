/// 1 where a is less than b, else 0, for numbers below 2⁶³: arithmetic, because nobody can predict
/// a branch that chance decides.
@inline(__always)
func isLess(_ a: UInt64, _ b: UInt64) -> Int { Int(truncatingIfNeeded: (a &- b) >> 63) }
