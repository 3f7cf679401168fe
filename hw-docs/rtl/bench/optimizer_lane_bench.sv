// Drives optimizer_lane with phases of a training and compares every register, and the random words and saturations of every phase.
//
//   +phases=FILE   per phase a line of settings (decimal; keys hexadecimal), then a line "before quantity after" for every parameter:
//                  count limit bipolar take_away has_decay at_least_one change_length decay_length change_key decay_key change_mantissa
//                  decay_mantissa change_shift_plus_one decay_shift_plus_one change_quantum decay_quantum random_words saturations number
module optimizer_lane_bench;
  logic clk = 1'b0;
  logic reset = 1'b1;
  logic start = 1'b0;
  logic bipolar, take_away, has_decay, at_least_one, done, clipped;
  logic signed [15:0] register_value, quantity, result;
  logic [14:0] limit;
  logic [12:0] change_length, decay_length;
  logic [63:0] change_key, decay_key;
  logic [31:0] change_counter, decay_counter;
  logic [15:0] change_mantissa, decay_mantissa, words;
  logic [5:0] change_shift_plus_one, decay_shift_plus_one;
  logic [4:0] change_quantum, decay_quantum;

  optimizer_lane lane (.*);

  int count, before_value, quantity_value, after_value;
  int bipolar_value, take_away_value, has_decay_value, at_least_one_value;
  int limit_value, change_length_value, decay_length_value, change_mantissa_value, decay_mantissa_value;
  int change_shift_value, decay_shift_value, change_quantum_value, decay_quantum_value;
  logic [63:0] change_key_value, decay_key_value;
  longint expected_drawn, expected_clips;
  bit same;

`include "lane_tally.svh"

  initial begin
    open_phases();
    while ($fscanf(file, "%d %d %d %d %d %d %d %d %h %h %d %d %d %d %d %d %d %d %d", count, limit_value, bipolar_value, take_away_value,
                   has_decay_value, at_least_one_value, change_length_value, decay_length_value, change_key_value, decay_key_value,
                   change_mantissa_value, decay_mantissa_value, change_shift_value, decay_shift_value, change_quantum_value,
                   decay_quantum_value, expected_drawn, expected_clips, phase_number) == 19) begin
      limit = 15'(limit_value);
      change_length = 13'(change_length_value);
      decay_length = 13'(decay_length_value);
      change_key = change_key_value;
      decay_key = decay_key_value;
      change_mantissa = 16'(change_mantissa_value);
      decay_mantissa = 16'(decay_mantissa_value);
      change_shift_plus_one = 6'(change_shift_value);
      decay_shift_plus_one = 6'(decay_shift_value);
      change_quantum = 5'(change_quantum_value);
      decay_quantum = 5'(decay_quantum_value);
      bipolar = bipolar_value != 0;
      take_away = take_away_value != 0;
      has_decay = has_decay_value != 0;
      at_least_one = at_least_one_value != 0;
      begin_phase();
      for (int i = 0; i < count; i++) begin
        if ($fscanf(file, "%d %d %d", before_value, quantity_value, after_value) != 3) $fatal(1, "%s ends early.", path);
        if (is_run(i)) begin
          register_value = 16'(before_value);
          quantity = 16'(quantity_value);
          change_counter = 32'(i * ((int'(change_length) + 31) / 32) * 16);
          decay_counter = 32'(i * ((int'(decay_length) + 31) / 32) * 16);
          run_lane(after_value, same);
          if (!same && differences < 10) begin
            $display("parameter %0d: %0d with %0d gave %0d, not %0d", i, before_value, quantity_value, result, after_value);
          end
        end
      end
      end_phase(expected_drawn, expected_clips);
    end
    finish();
  end
endmodule
