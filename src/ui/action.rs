//! What a key can mean. Screens see actions, never keys; which key means what is said in `keys`.

/// What a person wants, independent of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Explain this place, and why.
    Help,
    /// Change the status of this row or of the marked rows.
    Status,
    /// Close this screen; leave the program at home.
    Close,
    /// Back one level; nothing that was typed is lost.
    Back,
    /// Choose: the agency in lists, a value for the field in forms.
    Choose,
    /// Take in what others changed, in order.
    Refresh,
    /// A new task by hand.
    Add,
    /// Correct the fields of this task.
    Edit,
    /// Filter the list.
    Filter,
    /// Saved views.
    Views,
    /// Take back one's own last group.
    TakeBack,
    /// Do again what was taken back.
    Redo,
    /// Do it, save, yes.
    DoIt,
    /// Other columns; preview on and off.
    Columns,
    /// The next order of the list.
    Sort,
    /// Mark this row for a common deed.
    Mark,
    /// To the next overdue task.
    NextOverdue,
    /// To the previous overdue task.
    PreviousOverdue,
    /// Find as one types.
    Find,
    /// The command line.
    Command,
    /// The log.
    Log,
    /// Open, apply, next field; review where digits stand.
    Enter,
    /// A digit of the option column.
    Digit(u8),
    /// One up.
    Up,
    /// One down.
    Down,
    /// One to the left.
    Left,
    /// One to the right.
    Right,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// To the first row, to the beginning of the field.
    First,
    /// To the last row, to the end of the field.
    Last,
    /// To the next pane or field.
    NextPane,
    /// To the previous pane or field.
    PreviousPane,
    /// Clear the digit of this row; delete the letter under the cursor.
    Delete,
    /// Delete the letter before the cursor.
    Erase,
    /// Delete everything before the cursor.
    EraseAll,
    /// Copy this value from the record before.
    CopyBefore,
    /// Recall what was typed before.
    Recall,
    /// The next way of composing Vietnamese: off, Telex, VNI.
    Composing,
    /// Send the whole screen again.
    Repaint,
    /// Stop the program for a while (Ctrl-Z).
    Suspend,
    /// Cancel what is going on (Ctrl-C).
    Cancel,
}
